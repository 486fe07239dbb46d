"""A day at the clinic: drafted, submitted, signed off by somebody else, and watched."""

from django.utils import timezone
from django.utils.formats import date_format
from playwright.sync_api import expect

from spine_content.models import ClinicalReview, Treatment
from spine_content.pages.models import ProcedurePage
from tests.browser.addresses import PAGES
from tests.browser.visitor import barriers

PROMISE = "A painless and proven way to mend a broken bone in the spine."
REPORT = "/admin/reports/clinic-reviews/"


def test_a_page_is_drafted_signed_off_by_somebody_else_and_watched(sign_in, visit):
    page = ProcedurePage.objects.get(slug="vertebroplasty")
    author, reviewer = sign_in("author"), sign_in("reviewer")

    author.edit(page)
    author.fields.fill("summary", PROMISE)
    author.save_draft()
    author.expect_message("has been updated")
    # The panel complains, and says what the facts say in place of it.
    claims = author.page.locator(".spine-quality [data-topic=claim]")
    claims.locator("summary").click()
    promise = claims.locator("li").filter(has_text="painless and proven")
    said = promise.get_by_text("From the facts, you could say:")
    said = said.filter(has_text="44 of 100 people").inner_text()
    plain = said.partition("“")[2].rstrip("”")
    author.fields.fill("summary", plain)
    author.publish("Submit to Clinical review")
    author.expect_message("has been submitted for moderation")
    author.edit(page)
    expect(author.page.get_by_text("This text is with the clinical")).to_be_visible()
    expect(author.page.get_by_text("Only clinical reviewers can sign")).to_be_visible()
    expect(author.page.get_by_role("button", name="Sign off")).to_have_count(0)

    reviewer.edit(page)
    compare = reviewer.page.get_by_role("link", name="Compare with the version that")
    with reviewer.page.context.expect_page() as opened:
        compare.click()
    expect(opened.value.locator(".comparison")).to_contain_text(["44 of 100 people"])
    # On a telephone, between two patients.
    reviewer.page.set_viewport_size({"width": 360, "height": 740})
    reviewer.publish("Sign off and Publish")
    window = reviewer.page.locator(".modal-content")
    expect(window).to_contain_text("Last signed off by Dr Asha Sample")
    expect(window).to_contain_text("The text has changed since then.")
    assert not barriers(reviewer.page, within=[".modal-content"])
    window.get_by_role("button", name="I stand behind this text").click()
    reviewer.expect_message("has been updated")

    before = visit().reads(PAGES["vertebroplasty"])
    today = date_format(timezone.localdate())
    assert plain in before
    assert f"reviewed by Dr Asha Sample, MB BS, FRCR, on {today}." in before
    assert "Changed since review" not in before
    assert ClinicalReview.objects.first().reviewer.username == "reviewer"
    reviewer.page.goto(REPORT)
    expect(reviewer.page.get_by_role("main")).to_contain_text("Balloon kyphoplasty")
    assert "Vertebroplasty" not in reviewer.page.get_by_role("main").inner_text()

    change_a_number()
    after = visit().reads(PAGES["vertebroplasty"])
    assert "Changed since review: a number on this page." in after
    reviewer.page.reload()
    row = reviewer.page.get_by_role("row").filter(has_text="Vertebroplasty").first
    expect(row).to_contain_text("Changed since review")
    expect(row).to_contain_text("A number of its treatments was changed on")


def change_a_number():
    """As anybody may who looks after the facts; another test presses the buttons."""
    treatment = Treatment.objects.get(name="Vertebroplasty")
    facts = treatment.stored_facts
    counted = next(raw for raw in facts if raw["value"].get("numerator"))
    counted["value"]["numerator"] += 1
    treatment.facts = Treatment._meta.get_field("facts").to_python(facts)
    treatment.save()
