import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from spine_content.blocks import DocumentBlock
from tests.reading import rendered, words

pytestmark = pytest.mark.django_db
BLOCK = DocumentBlock()


def document(**changes):
    file = ContentFile(b"x" * 2048, name="leaflet.pdf")
    values = {"title": "A <b>leaflet</b>", "file": file, **changes}
    return get_document_model().objects.create(**values)


def value(document, **changes):
    return {"document": document, "title": "", "about": "", **changes}


def test_the_link_says_title_type_and_size():
    leaflet = document(file_size=120_000)
    link = rendered(BLOCK, value(leaflet)).a
    assert link["href"] == leaflet.url
    assert words(link) == "A <b>leaflet</b> (PDF, 117.2 KB)"


def test_an_editor_may_give_another_title_and_say_what_is_in_it():
    shown = rendered(
        BLOCK, value(document(), title="Take along", about="2 <i>pages</i>")
    )
    assert words(shown.a).startswith("Take along (PDF")
    assert words(shown.select_one(".spine-document__about")) == "2 <i>pages</i>"
    assert shown.b is None and shown.i is None


def test_the_size_of_a_file_that_nobody_measured_is_asked_without_writing(
    django_assert_num_queries,
):
    leaflet = document(file_size=None)
    with django_assert_num_queries(0):
        shown = rendered(BLOCK, value(leaflet))
    assert "(PDF, 2.0 KB)" in words(shown.a)


def test_a_file_that_is_gone_is_still_no_error():
    leaflet = document(file_size=None)
    leaflet.file.storage.delete(leaflet.file.name)
    assert words(rendered(BLOCK, value(leaflet)).a) == "A <b>leaflet</b> (PDF)"


def test_a_document_without_a_file_is_still_no_error(settings):
    settings.WAGTAILDOCS_SERVE_METHOD = "direct"
    assert rendered(BLOCK, value(document(file=""))).a is None


def test_a_deleted_document_leaves_nothing_behind():
    assert rendered(BLOCK, value(None, about="Gone")).find(True) is None


def test_a_page_loads_all_its_documents_at_once(django_assert_num_queries):
    stored = [value(document(title=str(n)).pk) for n in range(3)]
    with django_assert_num_queries(1):
        found = BLOCK.bulk_to_python(stored)
    assert [each["document"].title for each in found] == ["0", "1", "2"]
