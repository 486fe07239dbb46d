from django.db import models
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class ClinicImage(AbstractImage):
    """An image with something of the site's own."""

    credit = models.CharField(max_length=80, blank=True)
    admin_form_fields = (*Image.admin_form_fields, "credit")


class ClinicRendition(AbstractRendition):
    """A rendition of such an image."""

    image = models.ForeignKey(
        ClinicImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class ClinicDocument(AbstractDocument):
    """A document with something of the site's own."""

    version = models.CharField(max_length=20, blank=True)
    admin_form_fields = (*Document.admin_form_fields, "version")
