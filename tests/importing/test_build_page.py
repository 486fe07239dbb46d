import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Page, PageLogEntry

from spine_content.importing.documents import Questions, Table, Text, Video
from tests import content
from tests.importing.samples import (
    draft,
    lines,
    parsed_document,
    run_of,
    source_document,
)

pytestmark = pytest.mark.django_db

PARTS = {
    "What is vertebroplasty?": "<p>A needle puts cement into a broken bone.</p>",
    "Getting ready": "<p>Do not eat.</p><ul><li>Bring your letters.</li></ul>",
    "Risks": "<p>Cement can leak.</p>",
    "Complications": "<p>An infection is rare.</p>",
    "Our team": "<p>We are <strong>five</strong>.</p>",
}


def types(stream):
    return [block.block_type for block in stream]


def test_a_document_becomes_a_draft_with_its_sections_at_home():
    user = get_user_model().objects.create_superuser("anna")
    run = run_of((source_document(), parsed_document(sections=PARTS)), user=user)
    (line,) = lines(run)
    assert line.outcome == "created"
    page = draft(line)
    assert (page.title, page.slug, page.live) == (
        "Vertebroplasty",
        "vertebroplasty",
        False,
    )
    assert page.owner == user
    assert page.summary == "Cement is put into a broken bone."
    assert page.plain_definition == "A needle puts cement into a broken bone."
    assert "Bring your letters" in page.preparation[0].value.source
    assert page.risks[0].value.source == "<p>Cement can leak.</p>"
    assert page.risks[1].value.source == (
        "<h3>Complications</h3><p>An infection is rare.</p>"
    )
    assert page.body[0].value.source == "<h2>Our team</h2><p>We are <b>five</b>.</p>"
    assert "“Risks” stands under “What can go wrong”." in line.placed
    assert any(sentence.startswith("Treatment") for sentence in line.missing)
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.create").exists()


def test_nothing_is_published_and_nothing_is_typed_twice():
    run = run_of(
        (source_document(), parsed_document()),
        (source_document("b.html"), parsed_document()),
    )
    assert not Page.objects.filter(live=True, path__startswith="0001", depth=3).exists()
    slugs = {draft(line).slug for line in lines(run)}
    assert slugs == {"vertebroplasty", "vertebroplasty-1", "vertebroplasty-2"} & slugs
    assert len(slugs) == 2


def test_each_kind_of_part_becomes_its_block():
    parts = [
        Text("<p>One.</p>"),
        Text("<p>Two.</p>"),
        Questions([("Does it hurt?", "<p>A little.</p>")]),
        Table(["Ward", "Hours"], [["<b>A</b>", "8 to 6"], ["B", ""]], "Visits", True),
        Video("https://vimeo.com/76979871", "How to get up"),
    ]
    (line,) = lines(
        run_of((source_document(), parsed_document(opening=parts)), kind="topic")
    )
    page = draft(line)
    assert types(page.body) == ["rich_text", "faq", "table", "video"]
    assert page.body[0].value.source == "<p>One.</p><p>Two.</p>"
    assert page.body[1].value["items"][0]["question"] == "Does it hurt?"
    assert page.body[2].value["rows"][0][0] == "A"
    assert line.made == {"paragraphs": 3, "questions": 1, "table_cells": 6, "videos": 1}
    assert any("empty cells" in each for each in line.warnings)


def test_a_story_comes_without_consent_and_says_so():
    parsed = parsed_document("My story", sections={"Before": "<p>It hurt.</p>"})
    (line,) = lines(run_of((source_document(), parsed), kind="story"))
    page = draft(line)
    assert page.consent is None
    assert any("without consent" in sentence for sentence in line.warnings)
    assert page.body[0].value.source == "<h2>Before</h2><p>It hurt.</p>"


def test_days_become_the_phases_of_a_recovery_guide():
    parsed = {
        "Day 0 to 3": "<p>Rest.</p>",
        "Weeks 1–6": "<p>Walk.</p>",
        "Driving": "<p>Ask us.</p>",
    }
    (line,) = lines(
        run_of((source_document(), parsed_document(sections=parsed)), kind="recovery")
    )
    page = draft(line)
    found = [(b.value["start_day"], b.value["end_day"]) for b in page.phases]
    assert found == [(0, 3), (0, 41)]
    assert page.body[0].value.source == "<h2>Driving</h2><p>Ask us.</p>"


def test_the_page_can_be_opened_in_the_editor(admin_client):
    run = run_of((source_document(), parsed_document(sections=PARTS)))
    for line in lines(run):
        response = admin_client.get(f"/admin/pages/{line.page_id}/edit/")
        assert response.status_code == 200
    assert content.home().pk == run.parent_page_id
