"""Private ways of Wagtail that we use: when it changes one, a test here fails."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from spine_content.compat import delete_index_entries, references_from
from tests import content

pytestmark = pytest.mark.django_db


def test_references_are_found_in_fields_blocks_and_rich_text_of_a_draft():
    image, other = content.image(), content.image("Another")
    linked = content.topic(title="Linked", slug="linked")
    rich = f'<p>See <a linktype="page" id="{linked.pk}">this</a>.</p>'
    block = {"image": other, "caption": "", "credit": ""}
    page = content.topic(slug="t")
    page.image = image
    page.body = [("image", block), ("rich_text", rich)]
    images = {*references_from(page, get_image_model())}
    assert images == {(image.pk, "image"), (other.pk, "body.image.image")}
    assert (linked.pk, "body.rich_text") in list(references_from(page, Page))
    assert list(references_from(page, get_document_model())) == []


def test_a_page_is_found_by_the_model_that_holds_its_key():
    linked = content.topic(title="Linked", slug="linked")
    page = content.topic(slug="t")
    page.body = [("rich_text", f'<p><a linktype="page" id="{linked.pk}">a</a></p>')]
    found = list(references_from(page, type(linked)))
    assert (linked.pk, "body.rich_text") in found


def test_deleted_entries_are_found_no_more_and_the_others_are():
    gone = content.topic(title="Zebedee", slug="gone")
    left = content.topic(title="Zebedee again", slug="left")
    assert Page.objects.search("Zebedee").count() == 2
    entries = IndexEntry._default_manager.filter(
        content_type=ContentType.objects.get_for_model(type(gone)),
        object_id=str(gone.pk),
    )
    assert entries.count() == 1
    delete_index_entries(entries)
    assert not entries.exists()
    assert [page.pk for page in Page.objects.search("Zebedee")] == [left.pk]
    left.title = "Another name"
    left.save()
    assert [page.pk for page in Page.objects.search("Another")] == [left.pk]
