"""Clinical content that is not a page has drafts and can be found."""

import pytest
from django.urls import reverse

from spine_content.clinic.snippets import ClinicSnippet
from spine_content.models import (
    GlossaryTerm,
    Measure,
    Person,
    Source,
    Treatment,
    WarningSign,
)

#: The least that each of them needs, and the word that finds it.
LEAST = {
    Treatment: {"name": "Kyphoplasty", "kind": "procedure"},
    Measure: {"question": "How long?", "kind": "range", "group": "involves"},
    Source: {"title": "A trial", "kind": "trial", "authors": "Klazen"},
    Person: {"name": "Dr Example", "role": "Radiologist"},
    WarningSign: {"text": "new numbness", "urgency": "emergency"},
    GlossaryTerm: {"term": "Vertebra", "meaning": "A bone of the spine."},
}
#: What a browser sends of fields that nobody touched.
FORM = {"order": "0", "base": "100", "facts-count": "0"}
each = pytest.mark.parametrize("model", LEAST)


def address(model, name, *args):
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def test_every_snippet_is_tested_here():
    assert set(ClinicSnippet.__subclasses__()) == set(LEAST)


@each
def test_an_editor_publishes_one_with_the_least_it_needs(model, admin_client):
    data = {**LEAST[model], **FORM, "action-publish": "on"}
    response = admin_client.post(address(model, "add"), data)
    assert response.status_code == 302, response.context["form"].errors
    assert model.objects.get().live


@each
def test_an_editor_keeps_one_as_a_draft(model, admin_client):
    response = admin_client.post(address(model, "add"), {**LEAST[model], **FORM})
    assert response.status_code == 302
    snippet = model.objects.get()
    assert not snippet.live
    assert snippet.latest_revision


@each
def test_one_that_lacks_everything_is_refused_next_to_its_fields(model, admin_client):
    response = admin_client.post(
        address(model, "add"), {**FORM, "action-publish": "on"}
    )
    assert response.status_code == 200
    assert set(LEAST[model]) <= set(response.context["form"].errors)
    assert not model.objects.exists()


@each
def test_an_editor_finds_it_by_its_words(model, admin_client):
    snippet = model.objects.create(**LEAST[model])
    word = str(next(iter(LEAST[model].values()))).split()[-1]
    response = admin_client.get(address(model, "list"), {"q": word})
    assert str(snippet) in response.content.decode()
