from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from wagtail.models import Locale

from spine_content.facts.choices import Group, Kind
from spine_content.models import Measure
from spine_content.starter.measures import MEASURES, load_measures, translation_key

KEYS = [row.key for row in MEASURES]


@pytest.fixture
def english(db) -> Locale:
    return Locale.get_default()


@pytest.fixture
def german(db, settings):
    languages = [("en-gb", "English"), ("de", "German")]
    with override_settings(LANGUAGES=languages, WAGTAIL_CONTENT_LANGUAGES=languages):
        yield Locale.objects.create(language_code="de")


def command(*arguments: str) -> str:
    out = StringIO()
    call_command("load_measures", *arguments, stdout=out)
    return out.getvalue().strip()


def test_every_question_has_what_its_kind_needs():
    assert len(set(KEYS)) == len(KEYS)
    assert len({str(row.question) for row in MEASURES}) == len(MEASURES)
    assert {row.group for row in MEASURES} == set(Group)
    assert {row.kind for row in MEASURES} == set(Kind)
    for row in MEASURES:
        assert bool(row.unit) == (row.kind == Kind.RANGE), row.key
        assert row.base == 100 or row.kind == Kind.FREQUENCY, row.key
        assert str(row.question).endswith("?")


def test_all_are_made_and_published_with_a_revision(english):
    assert command() == f"Made {len(KEYS)} questions; 0 were there already."
    assert Measure.objects.count() == len(KEYS)
    for measure in Measure.objects.all():
        measure.full_clean()
        assert measure.live
        assert not measure.has_unpublished_changes
        assert measure.live_revision == measure.latest_revision
        assert measure.live_revision is not None


def test_within_a_group_they_keep_their_order(english):
    load_measures(english)
    wanted = [str(row.question) for row in MEASURES if row.group == "harms"]
    assert [str(measure) for measure in Measure.objects.filter(group="harms")] == wanted


def test_a_second_run_makes_none(english):
    command()
    assert command() == f"Made 0 questions; {len(KEYS)} were there already."
    assert Measure.objects.count() == len(KEYS)


def test_what_an_editor_renamed_or_took_back_stays_so(english):
    measure = load_measures(english).created["time"]
    measure.question, measure.order = "How many minutes is it?", 7
    measure.save_revision().publish()
    measure.unpublish()
    loaded = load_measures(english)
    assert loaded.created == {}
    assert loaded.existing["time"] == measure
    measure.refresh_from_db()
    assert (measure.question, measure.order) == ("How many minutes is it?", 7)
    assert not measure.live


def test_a_question_that_an_editor_wrote_alike_is_not_asked_twice(english):
    own = Measure.objects.create(
        question="How long does it take?", kind="answer", group="involves"
    )
    loaded = load_measures(english)
    assert loaded.existing == {"time": own}
    assert len(loaded.created) == len(KEYS) - 1


def test_in_another_language_they_are_translations(english, german):
    load_measures(english)
    assert command("--locale", "de") == (
        f"Made {len(KEYS)} questions; 0 were there already."
    )
    for measure in Measure.objects.filter(locale=german):
        assert measure.get_translation(english).kind == measure.kind
    pair = Measure.objects.filter(translation_key=translation_key("cost"))
    assert {measure.locale for measure in pair} == {english, german}


def test_a_language_that_the_site_does_not_have_is_refused(english):
    with pytest.raises(CommandError, match="no locale “tlh”. There is: en-gb"):
        command("--locale", "tlh")
    assert not Measure.objects.exists()
