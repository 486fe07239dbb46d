"""
The table of answers: every address that could tell of a story, and everybody who asks.

The story was public until its consent ran out, and nobody has taken it down since.
"""

import pytest
from django.urls import reverse

from tests import content
from tests.admin.people import browser, may_edit_pages, person
from tests.consent.states import once_public

pytestmark = pytest.mark.django_db
TITLE = "Zebedee waited"

#: Who asks. An editor may write pages, but knows of no consent.
PEOPLE = ("anonymous", "stranger", "editor", "viewer", "superuser")
ADMIN_API = "/admin/api/main/pages/"
REGISTER = "clinic-registers_consents_modeladmin_"

#: What each finds: ``-`` is nothing of the story, ``title`` its title or address, and
#: ``consent`` the reference of its consent; ``both`` are both.
ANSWERS = {
    #                             anonymous stranger editor viewer   superuser
    "the page": "                  -         -        -      -        -",
    "its parent": "                -         -        -      -        -",
    "its topic's feed": "          -         -        -      -        -",
    "sitemap": "                   -         -        -      -        -",
    "API v2": "                    -         -        -      -        -",
    "API v2, the story": "         -         -        -      -        -",
    "API v2, found": "             -         -        -      -        -",
    "admin API": "                 -         -        title  -        title",
    "admin API, the story": "      -         -        title  -        title",
    "admin API, searched": "       -         -        title  -        title",
    "page tree": "                 -         -        title  -        title",
    "page form": "                 -         -        both   -        both",
    "page history": "              -         -        title  -        title",
    "page search": "               -         -        title  -        title",
    "page chooser": "              -         -        title  -        title",
    "page chooser, searched": "    -         -        title  -        title",
    "site history": "              -         -        title  -        title",
    "register": "                  -         -        -      consent  consent",
    "register, the consent": "     -         -        -      both     both",
    "register, searched": "        -         -        -      consent  consent",
    "register, exported": "        -         -        -      -        consent",
    "register, history": "         -         -        -      consent  consent",
    "withdraw": "                  -         -        -      -        both",
    "certificate": "               -         -        -      consent  consent",
    "approve": "                   -         -        -      -        title",
    "renew": "                     -         -        -      -        consent",
}
#: Without our gate, which is what W004 warns of.
UNGUARDED = {"API v2": "title", "API v3": "title"}


def addresses_of(story):
    consent, parent = story.consent, story.get_parent()
    page = {"args": [story.pk]}
    return {
        "the page": story.url,
        "its parent": parent.url,
        "its topic's feed": f"{parent.url}feed/",
        "sitemap": "/sitemap.xml",
        "API v2": "/api/v2/pages/?search=Zebedee",
        "API v2, the story": f"/api/v2/pages/{story.pk}/",
        "API v2, found": f"/api/v2/pages/find/?html_path={story.slug}",
        "admin API": ADMIN_API,
        "admin API, the story": f"{ADMIN_API}{story.pk}/",
        "admin API, searched": f"{ADMIN_API}?search=Zebedee",
        "page tree": reverse("wagtailadmin_explore", args=[parent.pk]),
        "page form": reverse("wagtailadmin_pages:edit", **page),
        "page history": reverse("wagtailadmin_pages:history", **page),
        "page search": f"{reverse('wagtailadmin_pages:search')}?q=Zebedee",
        "page chooser": reverse("wagtailadmin_choose_page_child", args=[parent.pk]),
        "page chooser, searched": (
            f"{reverse('wagtailadmin_choose_page_search')}?q=Zebedee"
        ),
        "site history": reverse("wagtailadmin_reports:site_history"),
        "register": reverse(f"{REGISTER}index"),
        "register, the consent": reverse(f"{REGISTER}inspect", args=[consent.pk]),
        "register, searched": f"{reverse(f'{REGISTER}index')}?q={consent.reference}",
        "register, exported": f"{reverse(f'{REGISTER}index')}?export=csv",
        "register, history": reverse(f"{REGISTER}history", args=[consent.pk]),
        "withdraw": reverse("spine_consent_withdraw", args=[consent.pk]),
        "certificate": reverse("spine_consent_certificate", args=[consent.pk]),
        "approve": reverse("spine_approve_text", **page),
        "renew": reverse(f"{REGISTER}renew", args=[consent.pk]),
    }


def visitor(name):
    if name != "editor":
        return browser(name)
    client = browser("anonymous")
    user = person("stranger")
    may_edit_pages(user)
    client.force_login(user)
    return client


def leaks(client, address, story):
    response = client.get(address)
    text = b"".join(response).decode()
    assert response.status_code < 500, address
    # What was typed into the address may stand on the page again.
    title = TITLE in text or f"/{story.slug}/" in text
    found = {"title": title, "consent": story.consent.reference in text}
    leaked = [name for name, is_leaked in found.items() if is_leaked]
    return "both" if len(leaked) == 2 else leaked[0] if leaked else "-"


@pytest.mark.parametrize("place", range(len(PEOPLE)), ids=PEOPLE)
def test_who_learns_what_where(place, ours):
    topic = content.topic()
    story = once_public("expired", title=TITLE, parent=topic)
    addresses = addresses_of(story)
    assert {*addresses} == {*ANSWERS}
    client = visitor(PEOPLE[place])
    found = {name: leaks(client, addresses[name], story) for name in ANSWERS}
    assert found == {name: row.split()[place] for name, row in ANSWERS.items()}


def test_without_our_gate_an_api_tells_the_title(plain, client):
    story = once_public("expired", title=TITLE)
    assert leaks(client, "/api/v2/pages/", story) == UNGUARDED["API v2"]


def test_without_our_gate_version_3_tells_the_title(plain_3, client):
    story = once_public("expired", title=TITLE)
    assert leaks(client, "/api/v3/pages/", story) == UNGUARDED["API v3"]


@pytest.mark.parametrize("place", range(len(PEOPLE)), ids=PEOPLE)
def test_our_version_3_tells_no_visitor_and_nobody_by_a_cookie(place, ours_3):
    story = once_public("expired", title=TITLE)
    client = visitor(PEOPLE[place])
    for address in ("", f"{story.pk}/", "?search=Zebedee"):
        assert leaks(client, f"/api/v3/pages/{address}", story) == "-", address


@pytest.mark.parametrize("who", ["stranger", "superuser"])
def test_our_version_3_tells_with_a_token_what_the_page_tree_tells(who, ours_3, client):
    from wagtail.models import APIToken

    story = once_public("expired", title=TITLE)
    token = APIToken.create_token(user=person(who), name="T")[1]
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    expected = "title" if who == "superuser" else "-"
    assert leaks(client, "/api/v3/pages/", story) == expected


#: Wagtail itself asks nobody here, and has no hook: whoever logs in to the admin can
#: guess numbers of pages. Our titles hold no names, and a withdrawal blanks them.
BEYOND_US = (
    "wagtailadmin_choose_page_chosen_multiple",
    "wagtailadmin_choose_page_child",
)


def test_what_wagtail_tells_everybody_in_its_admin():
    story = once_public("expired", title=TITLE)
    client = browser("stranger")
    chosen, above = BEYOND_US
    assert leaks(client, f"{reverse(chosen)}?id={story.pk}", story) == "title"
    assert leaks(client, reverse(above, args=[story.pk]), story) == "title"
