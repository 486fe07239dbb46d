"""What a page needs before it can be published, and a draft never does."""

import pytest
from django.urls import reverse

from tests import content
from tests.forms import add_address, edit_address, posted
from tests.reading import soup

pytestmark = pytest.mark.django_db

CLINICAL = {"authors", "sources"}
#: What each type has to have before a visitor sees it.
REQUIRED = {
    "topic": {"title", "summary", "condition", "authors"},
    "procedure": CLINICAL
    | {"title", "summary", "treatment", "plain_definition", "treats"}
    | {"procedure_type", "body_location", "scope_note", "uncertainty"}
    | {"suitable_if", "not_suitable_if", "other_choices", "benefits", "risks"}
    | {"preparation", "medicines_note", "how_performed", "followup", "warning_signs"},
    "comparison": CLINICAL
    | {"title", "summary", "decision", "scope_note", "choices", "uncertainty"},
    "story": {"title", "summary", "consent", "treatment", "display_name", "outcome"},
    "recovery": CLINICAL
    | {"title", "summary", "treatment", "individual_note", "warning_signs", "phases"},
}
each_type = pytest.mark.parametrize("kind", content.MAKERS)
each_field = pytest.mark.parametrize(
    ("kind", "field"),
    [(kind, field) for kind in REQUIRED for field in sorted(REQUIRED[kind])],
)


def model_of(kind):
    return type(content.MAKERS[kind]())


def empty(model, **values):
    """The form as it opens, with nothing typed but ``values``."""
    return posted(model(**values))


def added(admin_client, model, data):
    return admin_client.post(add_address(model, content.home()), data)


def problems(response):
    """The fields next to which the form says that something is wrong."""
    assert response.status_code == 200
    errors = response.context["form"].errors
    page = soup(response.content)
    for field in errors:
        assert page.select(f'[data-contentpath="{field}"]'), (
            f"{field} is not in the form"
        )
    return set(errors)


@each_type
def test_an_empty_page_cannot_be_published_and_each_field_says_why(kind, admin_client):
    model = model_of(kind)
    before = model.objects.count()
    response = added(admin_client, model, empty(model) | {"action-publish": "on"})
    assert problems(response) == REQUIRED[kind] | {"slug"}
    assert model.objects.count() == before


@each_type
def test_what_is_missing_is_said_in_words_on_the_form(kind, admin_client):
    model = model_of(kind)
    response = added(admin_client, model, empty(model) | {"action-publish": "on"})
    form = soup(response.content)
    for field in ("title", "summary"):
        (message,) = form.select(f'[data-contentpath="{field}"] .error-message')
        assert "This field is required." in message.get_text()


@each_type
def test_a_page_with_nothing_but_a_title_is_kept_as_a_draft(kind, admin_client, client):
    model = model_of(kind)
    data = empty(model, title="Only a title", slug="only-a-title")
    assert added(admin_client, model, data).status_code == 302
    page = model.objects.get(title="Only a title")
    assert not page.live

    again = admin_client.post(edit_address(page), posted(page))
    assert again.status_code == 302
    page.refresh_from_db()
    assert not page.live
    client.logout()
    assert client.get(page.url).status_code == 404


@each_type
def test_a_complete_page_is_published(kind, admin_client, client):
    page = content.MAKERS[kind](live=False)
    assert client.get(page.url).status_code == 404
    response = admin_client.post(edit_address(page), posted(page, "publish"))
    assert response.status_code == 302, response.context["form"].errors
    client.logout()
    assert client.get(page.url).status_code == 200


@each_field
def test_each_missing_field_alone_keeps_a_page_from_being_published(
    kind, field, admin_user
):
    page = content.MAKERS[kind](live=False)
    whole = posted(page, "publish")
    data = {key: value for key, value in whole.items() if not part_of(key, field)}
    if f"{field}-count" in whole:
        data[f"{field}-count"] = "0"
    else:
        data[field] = "null" if whole[field].startswith("{") else ""
    form_class = page.get_edit_handler().get_form_class()
    assert form_class(whole, instance=page, for_user=admin_user).is_valid()
    assert set(form_class(data, instance=page, for_user=admin_user).errors) == {field}


def part_of(key, field):
    return key == field or key.startswith(f"{field}-")


@each_type
def test_an_unfinished_change_of_a_public_page_stays_a_draft(
    kind, admin_client, client
):
    page = content.MAKERS[kind]()
    data = posted(page) | {"summary": ""}
    assert admin_client.post(edit_address(page), data).status_code == 302
    assert page.summary in client.get(page.url).content.decode()

    refused = admin_client.post(edit_address(page), data | {"action-publish": "on"})
    # The patient has not approved a story without it either.
    others = {"consent"} if kind == "story" else set()
    assert problems(refused) == {"summary"} | others
    assert page.summary in client.get(page.url).content.decode()


@each_type
def test_an_unfinished_page_can_be_previewed(kind, admin_client):
    model = model_of(kind)
    added(admin_client, model, empty(model, title="Only a title", slug="only"))
    page = model.objects.get(slug="only")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert admin_client.post(address, posted(page)).json()["is_valid"]
    preview = admin_client.get(address, {"mode": ""})
    assert preview.status_code == 200
    assert "Only a title" in soup(preview.content).h1


def publish_in_bulk(admin_client, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin_client.post(f"{address}?id={page.pk}&next=/admin/", follow=True)
    assert response.status_code == 200
    page.refresh_from_db()


@each_type
def test_complete_drafts_are_published_in_bulk(kind, admin_client):
    page = content.MAKERS[kind](live=False)
    page.save_revision()
    publish_in_bulk(admin_client, page)
    assert page.live


@each_type
def test_a_draft_that_is_only_a_title_is_not_published_in_bulk(kind, admin_client):
    model = model_of(kind)
    added(admin_client, model, empty(model, title="Only a title", slug="only"))
    page = model.objects.get(slug="only")
    publish_in_bulk(admin_client, page)
    assert not page.live


def test_a_draft_without_authors_is_not_published_in_bulk(admin_client):
    page = content.procedure(live=False, authors=[])
    page.save_revision()
    publish_in_bulk(admin_client, page)
    assert not page.live


def test_an_empty_paragraph_is_no_text(admin_client):
    page = content.comparison(live=False, scope_note='<p data-block-key="a1b2c"></p>')
    response = admin_client.post(edit_address(page), posted(page, "publish"))
    assert list(response.context["form"].errors) == ["scope_note"]
