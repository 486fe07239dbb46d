"""Facts of treatments on the pages about them: each number is kept once."""

import pytest
from wagtail.models import Locale
from wagtail.rich_text import RichText

from spine_content.models import Measure, Source, Treatment
from tests import content
from tests.reading import read, words

pytestmark = pytest.mark.django_db
#: What numbers and an editor's text are shown in.
PARTS = ("callout", "facts", "comparison", "rich-text")


def leak(numerator=164, denominator=201, **values):
    return content.fact(
        content.measure(), numerator=numerator, denominator=denominator, **values
    )


def pain(**values):
    question = content.measure(
        "How much less pain is there?", kind="scale_difference", group="benefits"
    )
    scale = {"scale_low": "0", "scale_high": "10", "comparator": "sham"}
    return content.fact(question, difference="0.7", **scale, **values)


def driving(**values):
    question = content.measure(
        "When can I drive again?", kind="range", group="recovery", unit="days"
    )
    return content.fact(question, **{"low": "2", "high": "14", **values})


@pytest.fixture
def treatment():
    return content.with_facts(leak(), pain(), driving())


def statements(page, section):
    part = page.select_one(f"section[aria-labelledby={section}]")
    return [words(each) for each in part.select(".spine-statement__answer")]


def test_a_procedure_page_shows_each_fact_in_its_section(client, treatment):
    page = read(client, content.procedure().url)
    assert statements(page, "glance") == ["2 to 14 days"]
    assert statements(page, "benefits") == ["0.7 points better"]
    assert statements(page, "risks") == ["82 of 100 people"]
    headings = [words(heading) for heading in page("h2")]
    assert "At a glance" in headings
    assert "At a glance" in words(page.select_one(".spine-contents"))


def test_a_callout_stands_before_the_numbers(client, treatment):
    short = ("callout", {"title": "In short", "text": RichText("<p>A little.</p>")})
    more = content.text("<p>Two trials.</p>")
    content.with_facts(driving(), name="Waiting", kind="no_treatment")
    procedure = content.procedure(benefits=[short, more], risks=[more, short])
    comparison = content.comparison(body=[short, more])

    def order(page, section):
        part = read(client, page.url).select_one(f"[aria-labelledby={section}]")
        parts = [f".spine-{name}" for name in PARTS]
        return [each["class"][0][6:] for each in part.select(", ".join(parts))]

    assert order(procedure, "benefits") == ["callout", "facts", "rich-text"]
    assert order(procedure, "risks") == ["facts", "rich-text", "callout"]
    assert order(comparison, "compare") == ["callout", "comparison", "rich-text"]


def test_without_facts_there_is_nothing_at_a_glance(client):
    page = read(client, content.procedure().url)
    assert page.select("#glance, .spine-facts") == []


def test_a_changed_number_is_shown_on_every_page_at_once(client, treatment):
    milestone = {
        "activity": "Drive a car",
        "measure": content.measure("When can I drive again?"),
        "earliest_day": None,
        "usual_day": None,
        "condition": "",
    }
    pages = [
        content.procedure(),
        content.comparison(),
        content.recovery(milestones=[("milestone", milestone)]),
    ]
    content.with_facts(driving(), name="Waiting", kind="no_treatment")
    for page in pages:
        assert "2 to 14 days" in words(read(client, page.url).main)
    content.with_facts(leak(), pain(), driving(high="21"))
    for page in pages:
        assert "2 to 21 days" in words(read(client, page.url).main)


def test_a_source_of_a_fact_joins_the_list_and_is_linked_by_its_number(client):
    other = Source.objects.create(title="A second trial", authors="Other", kind="trial")
    cited = [{"source": other, "where": "Table 2"}]
    content.with_facts(leak(sources=cited))
    page = read(client, content.procedure().url)
    link = page.select_one(".spine-statement .spine-source-link")
    assert link["href"] == "#source-2"
    assert words(link) == "Source 2 for “How often does it leak?”"
    assert "(Table 2)" in words(link.parent)
    assert "A second trial" in words(page.select_one("#source-2"))


def test_a_source_that_is_not_published_is_not_named(client):
    draft = Source.objects.create(
        title="Secret", authors="Other", kind="trial", live=False
    )
    content.with_facts(leak(sources=[{"source": draft, "where": ""}]))
    page = read(client, content.procedure().url)
    assert "Secret" not in page.get_text()
    assert "82 of 100 people" in page.get_text()


@pytest.mark.parametrize(
    ("changes", "flag"),
    [
        ({"retracted": True}, "This publication was retracted."),
        ({"superseded_by": "newer"}, "There is a newer edition."),
    ],
)
def test_a_doubtful_source_is_flagged_beside_the_number(changes, flag, client):
    newer = Source.objects.create(title="The newer one", authors="Other", kind="trial")
    source = content.source()
    for name, value in changes.items():
        setattr(source, name, newer if value == "newer" else value)
    source.save()
    content.with_facts(leak())
    page = read(client, content.procedure().url)
    assert flag in words(page.select_one(".spine-statement__from"))
    listed = words(page.select_one("#source-1"))
    assert "retracted" in listed or "The newer one" in listed


def test_a_question_that_is_a_draft_is_not_asked(client, treatment):
    Measure.objects.filter(kind="frequency").update(live=False)
    page = read(client, content.procedure().url)
    assert "How often does it leak?" not in page.get_text()
    assert statements(page, "glance") == ["2 to 14 days"]


def test_an_unfinished_draft_of_the_facts_is_not_public(client, treatment):
    treatment.facts = [driving(low="1")]
    treatment.save_revision()
    page = read(client, content.procedure().url)
    assert statements(page, "glance") == ["2 to 14 days"]


def test_not_applicable_facts_are_shown_in_comparisons_only(client):
    content.with_facts(leak(status="not_applicable", note="There is no cement."))
    page = read(client, content.procedure().url)
    assert "There is no cement." not in page.get_text()


def test_what_is_not_known_is_said(client):
    content.with_facts(leak(status="not_known", note="Nobody counted."))
    page = read(client, content.procedure().url)
    assert statements(page, "risks") == ["Not known"]
    assert "Nobody counted." in page.get_text()


def test_a_story_stands_beside_what_is_typical(client, treatment):
    better = read(client, content.story().url)
    assert statements(better, "typical") == ["0.7 points better"]
    assert "Compared with a pretend procedure." in better.get_text()
    harmed = content.story(slug="harmed", title="Harmed", outcome="complication")
    page = read(client, harmed.url)
    assert statements(page, "typical") == ["0.7 points better", "82 of 100 people"]


def test_a_story_without_numbers_says_so(client):
    page = read(client, content.story().url)
    assert "no numbers to set beside it" in words(page.select_one(".spine-typical"))


class TestTwoLanguages:
    @pytest.fixture
    def german(self):
        return Locale.objects.create(language_code="de")

    @pytest.fixture
    def original(self):
        return content.with_facts(leak(note="A note.", measured_how="on scans"))

    @pytest.fixture
    def translated(self, original, german):
        measure = content.measure().copy_for_translation(german)
        measure.question, measure.live = "Wie oft tritt Zement aus?", True
        measure.save()
        copy = original.copy_for_translation(german)
        copy.name, copy.live = "Wirbelzement", True
        copy.save()
        return copy

    @pytest.fixture
    def page(self, translated, german):
        return content.procedure(treatment=translated, locale=german, slug="german")

    def edit(self, treatment, **changes):
        stored = treatment.stored_facts
        stored[0]["value"].update(changes)
        treatment.facts = Treatment._meta.get_field("facts").to_python(stored)
        treatment.save()

    def test_the_translation_shows_the_numbers_of_the_original(
        self, client, page, original, translated
    ):
        self.edit(translated, numerator=1, note="Eine Bemerkung.", measured_how="")
        shown = read(client, page.url)
        assert statements(shown, "risks") == ["82 of 100 people"]
        text = words(shown.main)
        assert "Wie oft tritt Zement aus?" in text
        assert "Eine Bemerkung." in text
        assert "A note." not in text
        # What nobody has translated yet is said rather than kept back.
        assert "on scans" in text

    def test_editing_the_original_changes_the_translation(
        self, client, page, original, translated
    ):
        self.edit(translated, note="Eine Bemerkung.")
        self.edit(original, numerator=100, note="Another note.")
        shown = read(client, page.url)
        assert statements(shown, "risks") == ["50 of 100 people"]
        assert "Eine Bemerkung." in words(shown.main)
        assert "Another note." not in words(shown.main)

    def test_a_fact_that_is_new_in_the_original_is_there_at_once(
        self, client, page, original
    ):
        original.facts = [leak(), driving()]
        original.save()
        shown = read(client, page.url)
        assert statements(shown, "glance") == ["2 to 14 days"]
        assert "When can I drive again?" in words(shown.main)

    def test_without_the_original_there_are_no_numbers(self, client, page, original):
        original.live = False
        original.save()
        assert read(client, page.url).select(".spine-statement") == []

    def test_a_comparison_may_name_what_is_translated(self, client, page, german):
        other = content.with_facts(leak(1, 2000), name="Warten", kind="no_treatment")
        choices = [
            ("choice", {"treatment": each, "suits_if": "", "suits_not_if": ""})
            for each in (page.treatment, other)
        ]
        shown = content.comparison(choices=choices, locale=german)
        row = read(client, shown.url).select_one(".spine-comparison th[scope=row]")
        assert "Wie oft tritt Zement aus?" in words(row)
