"""An editor brings an old site along, and nothing of it is public."""

from playwright.sync_api import expect
from wagtail.models import Page

from spine_content.models import ImportRun
from tests.browser.visitor import barriers
from tests.importing.old_site import packed

OURS = [".spine-import__table", ".spine-record__part"]


def test_from_the_file_to_the_drafts(editor, visitor):
    page = editor.page
    page.goto("/admin/clinic-import/")
    file = {"name": "old.zip", "mimeType": "application/zip", "buffer": packed()}
    editor.fields.input("file").set_input_files(file)
    editor.fields.choose("parent", "Spinal fractures")
    page.get_by_role("button", name="Read the file").click()

    expect(page.get_by_text("3 documents were read.")).to_be_visible()
    assert not barriers(page, within=OURS)
    page.get_by_label("What to make of “Our team”").select_option(label="Leave it out")
    row = page.get_by_role("row", name="Vertebroplasty", exact=False).last
    row.get_by_text("What is in it").click()
    expect(row.get_by_text("Getting ready")).to_be_visible()
    page.get_by_label("What to make of “Vertebroplasty”").select_option("procedure")
    page.get_by_role("button", name="Create drafts").click()

    # The script takes one step after the other, to the end.
    page.wait_for_url("**/result/")
    assert not barriers(page, within=OURS)
    run = ImportRun.objects.get()
    assert run.report["totals"]["outcomes"] == {"created": 2, "left_out": 1}
    page.get_by_role("link", name="Vertebroplasty", exact=True).click()
    expect(editor.fields.input("title")).to_have_value("Vertebroplasty")
    made = Page.objects.get(pk=run.documents.get(key="vertebroplasty.html").page_id)
    assert made.specific.page_type == "procedure"
    assert visitor.page.request.get(made.full_url).status == 404
