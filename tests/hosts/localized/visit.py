"""wagtail-localize translates all page types, and forgets a story that is withdrawn."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    Template,
    Translation,
    TranslationContext,
    TranslationSource,
)

from spine_content import consent
from tests import content
from tests.consent.database_dump import found
from tests.hosts.promises import (  # noqa: F401
    test_check_has_nothing_to_say,
    test_no_migration_is_wanted,
    test_whoever_migrates_from_code_makes_the_rights_to_publish,
)
from tests.reading import read, words


@pytest.fixture(scope="session")
def french():
    return Locale.objects.get_or_create(language_code="fr")[0]


@pytest.fixture
def submit(admin, french):
    def submitted(page):
        name = "wagtail_localize:submit_page_translation"
        address = reverse(name, args=[page.pk])
        response = admin.post(address, {"locales": [french.pk]})
        assert response.status_code == 302
        return page.get_translation(french)

    return submitted


def translate(page, locale, word):
    """Give every text of a page a translation: itself, and a word before it."""
    source = TranslationSource.objects.get_for_instance(page)
    for segment in StringSegment.objects.filter(source=source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": f"{word} {segment.string.data}"},
        )
    return Translation.objects.get(source=source, target_locale=locale)


def published(admin, page):
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert admin.get(edit).status_code == 200
    response = admin.post(edit, {"action": "publish"}, follow=True)
    assert response.status_code == 200
    return words_of(response)


def words_of(response):
    return " ".join(response.content.decode().split())


def test_every_page_type_is_translated(admin, client, pages, waiting, french, submit):
    for kind, page in pages.items():
        translated = submit(page)
        translate(page, french, "fr")
        answer = published(admin, translated)
        if kind == "story":
            assert "The patient has not approved this text yet." in answer
            assert client.get(translated.url).status_code == 404
            assert "The translation is kept as a draft." in answer
            page.consent.languages.add(french)
            draft = type(page).objects.get(pk=translated.pk)
            content.approve(draft.get_latest_revision_as_object())
            published(admin, translated)
        translated = type(page).objects.get(pk=translated.pk)
        assert translated.url.startswith("/fr/")
        html = read(client, translated.url)
        assert words(html.h1) == f"fr {page.title}", kind
        assert f"fr {page.summary}" in words(html.main)


#: What stands in the texts of the original, and what its translator makes of it.
OLD, NEW, FRENCH, OVER = "zqolderxk", "zqnewerxk", "zqfrenchxk", "zqoverxk"
WORDS = {word: word for word in (OLD, NEW, FRENCH, OVER)}


@pytest.fixture(scope="session")
def waiting(pages):
    """A story, made before anything is translated."""
    return content.story(title="Waiting", body=[content.text(f"<p>{OLD} was.</p>")])


def changed_and_translated(page, admin, submit, french):
    """Its text was translated, then changed, then translated again."""
    page.consent.languages.add(french)
    translated = submit(page)
    translate(page, french, FRENCH)
    page.body = [content.text(f"<p>{NEW} <b>is</b> <a href='/{NEW}'>here</a>.</p>")]
    content.approve(page)
    page.save_revision().publish()
    source = TranslationSource.objects.get_for_instance(page)
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert admin.post(update, {"publish_translations": "on"}).status_code == 302
    assert not type(page).objects.get(pk=translated.pk).live
    translation = translate(page, french, FRENCH)
    translation.save_target(publish=False)
    context = TranslationContext.objects.filter(object=source.object).first()
    SegmentOverride.objects.create(
        context=context, locale=french, data_json=f'"{OVER}"'
    )
    return translated


def test_a_withdrawn_story_leaves_nothing_in_the_translations(
    waiting, admin, submit, french
):
    page = waiting
    translated = changed_and_translated(page, admin, submit, french)
    assert found(WORDS) == {*WORDS}
    # What another page says as well is its own, and stays.
    kept = "Some plain words."
    assert String.objects.filter(data=kept).exists()
    consent.withdraw(page.consent, by=None, via="letter")
    assert found(WORDS) == set()
    assert String.objects.filter(data=kept).exists()
    assert Template.objects.exists()
    for each in (page, translated):
        assert Page.objects.get(pk=each.pk).title == "Withdrawn story"
