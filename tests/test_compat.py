"""What we use of Wagtail's and Django's private parts is still as we know it."""

import importlib.util
import inspect

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from spine_content.compat import (
    V3_PAGES,
    InstanceCleaningForm,
    delete_index_entries,
    has_unsaved_upload,
    references_from,
    replace_v3_pages_queryset,
)
from spine_content.models import GlossaryTerm
from tests import content
from tests.images import photographs

needs_v3 = pytest.mark.skipif(
    importlib.util.find_spec("wagtail.api").submodule_search_locations is None
    or importlib.util.find_spec("wagtail.api.v3") is None,
    reason="version 3 of the API comes with Wagtail 8",
)


@pytest.mark.django_db
def test_a_file_is_an_unsaved_upload_until_its_storage_has_it(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    data = photographs.saved(photographs.picture(), "PNG")
    image = get_image_model()(title="P", file=ContentFile(data, name="x.png"))
    assert has_unsaved_upload(image.file)
    image.save()
    assert not has_unsaved_upload(image.file)
    assert not has_unsaved_upload(get_image_model().objects.get().file)


class TermForm(InstanceCleaningForm):
    class Meta:
        model = GlossaryTerm
        fields = ("term", "meaning")

    def clean_instance(self):
        if self.instance.term == "Bone":
            self.add_error("term", "It is known.")


@pytest.mark.parametrize(("term", "errors"), [("Bone", ["It is known."]), ("Disc", [])])
def test_a_form_looks_at_its_instance_with_all_that_was_typed(term, errors):
    form = TermForm({"term": term, "meaning": "What it means."})
    assert form.errors.get("term", []) == errors


@needs_v3
def test_every_view_of_version_3_asks_the_function_that_we_replace():
    router = importlib.import_module(V3_PAGES)
    asking = [
        view.view_func
        for path in router.router.path_operations.values()
        for view in path.operations
        if "GET" in view.methods
    ]
    assert asking
    for view in asking:
        assert "get_pages_queryset" in inspect.getsource(inspect.unwrap(view)), view
    for function in (
        router.PageFilterSchema.get_public_page,
        router.PageFilterSchema.get_public_page_or_root,
    ):
        assert function.__globals__ is vars(router)


@needs_v3
def test_what_was_replaced_is_given_back():
    router = importlib.import_module(V3_PAGES)
    before = router.get_pages_queryset
    try:
        assert replace_v3_pages_queryset(print) is before
        assert router.get_pages_queryset is print
    finally:
        router.get_pages_queryset = before


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_a_page_is_found_by_the_model_that_holds_its_key():
    linked = content.topic(title="Linked", slug="linked")
    page = content.topic(slug="t")
    page.body = [("rich_text", f'<p><a linktype="page" id="{linked.pk}">a</a></p>')]
    found = list(references_from(page, type(linked)))
    assert (linked.pk, "body.rich_text") in found


@pytest.mark.django_db
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
