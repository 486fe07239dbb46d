"""Our tables point at the site's own, and no migration of ours minds."""

import io

from django.core.files.base import ContentFile
from wagtail.images import get_image_model

from spine_content.models import Consent, Person
from spine_content.pages.models import PatientStoryPage, TopicPage
from tests import content
from tests.hosts.promises import *  # noqa: F403
from tests.images import photographs


def test_pictures_come_from_the_sites_own_model(client, pages, superuser):
    image = content.image()
    assert type(image).__name__ == "ClinicImage"
    for model in (TopicPage, PatientStoryPage):
        assert model._meta.get_field("image").related_model is type(image)
    Person.objects.create(name="Dr B", role="Nurse", photo=image)
    topic = pages["topic"]
    topic.image, topic.image_alt = image, "A spine"
    topic.save_revision().publish()
    assert 'alt="A spine"' in client.get(topic.url).content.decode()


def test_its_pictures_say_nothing_about_people():
    image = get_image_model()(title="P")
    image.file = ContentFile(photographs.jpeg(), name="photo.jpg")
    image.save()
    with image.file.open() as file:
        assert photographs.CANARIES["camera"] not in io.BytesIO(file.read()).getvalue()


def test_a_member_takes_a_consent(superuser):
    assert content.consent(taken_by=superuser).taken_by == superuser
    assert Consent.objects.filter(taken_by__email=superuser.email).exists()
