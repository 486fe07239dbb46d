"""Users × screens: the people of a clinic, and every screen of ours in the admin."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from wagtail.models import Site

from spine_content.consent import withdraw
from spine_content.models import ClinicalReview, GlossaryTerm, ImportRun
from spine_content.starter.groups import setup_groups
from tests import content
from tests.admin.people import answer
from tests.admin.test_addresses import form_version
from tests.reviews import staff

pytestmark = pytest.mark.django_db

GROUPS = {
    "author": "Clinic authors",
    "reviewer": "Clinical reviewers",
    "officer": "Consent officers",
}
#: Somebody signed in without rights, and a visitor.
PEOPLE = [*GROUPS, "stranger", "admin", "anonymous"]

PAGE = "spine_spine_pages_{}page"
SNIPPET = "wagtailsnippets_spine_content_{}"
CHOOSER = "wagtailsnippetchoosers_spine_content_{}"
CONSENTS = "clinic-registers_consents_modeladmin_"
REVIEWS = "clinic-registers_reviews_modeladmin_"
IMPORTS = "clinic-registers_imports_modeladmin_"
FORMS = "clinic-registers_consent-forms_modeladmin_"

#: What stands for every kind of page, and for every kind of snippet.
EACH_PAGE = {
    #               author  reviewer officer stranger admin anonymous
    ":index": "     ok      ok       ok      refused  ok    login",
    ":index_results": "ok   ok       ok      refused  ok    login",
    ":choose_parent": "pages refused refused refused ok     login",
}
EACH_SNIPPET = {
    ":list": "      ok      ok       ok      refused  ok    login",
    ":list_results": "ok    ok       ok      refused  ok    login",
    ":add": "       ok      refused  refused refused  ok    login",
    ":edit": "      ok      ok       refused refused  ok    login",
    ":copy": "      ok      refused  refused refused  ok    login",
    ":history": "   ok      ok       refused refused  ok    login",
    ":usage": "     ok      ok       refused refused  ok    login",
    ":delete": "    refused refused  refused refused  ok    login",
    ":unpublish": " refused ok       refused refused  ok    login",
}
#: Snippets are public: whoever may use the admin may choose one.
EACH_CHOOSER = {
    ":choose": "    ok      ok       ok      ok       ok    login",
    ":chosen": "    ok      ok       ok      ok       ok    login",
}
SCREENS = {
    "wagtailadmin_pages:add": "   ok      refused refused refused ok login",
    "wagtailadmin_pages:edit": "  ok      ok      ok      refused ok login",
    "spine_quality": "            ok      ok      ok      refused ok login",
    "spine_quality_answer": "     405     405     405     405     405 login",
    "spine_quality_report": "     ok      ok      ok      refused ok login",
    "spine_quality_report_results": "ok   ok      ok      refused ok login",
    "spine_evidence": "           ok      ok      ok      refused ok login",
    "spine_evidence_report": "    ok      ok      ok      refused ok login",
    "spine_evidence_report_results": "ok  ok      ok      refused ok login",
    "spine_fact_sentence": "      405     405     405     405     405 login",
    "spine_approve_text": "       refused refused ok      refused ok login",
    "spine_consent_chooser:choose": "refused refused ok   refused ok login",
    "spine_consent_chooser:chosen": "refused refused ok   refused ok login",
    "spine_consent_withdraw": "   refused refused ok      refused ok login",
    "spine_consent_certificate": "refused refused ok      refused ok login",
    f"{CONSENTS}index": "         refused refused ok      refused ok login",
    f"{CONSENTS}create": "        refused refused ok      refused ok login",
    f"{CONSENTS}edit": "          refused refused ok      refused ok login",
    f"{CONSENTS}inspect": "       refused refused ok      refused ok login",
    f"{CONSENTS}history": "       refused refused ok      refused ok login",
    f"{CONSENTS}renew": "         refused refused ok      refused ok login",
    f"{CONSENTS}delete": "        refused refused refused refused refused login",
    f"{FORMS}index": "            refused refused ok      refused ok login",
    f"{FORMS}create": "           refused refused ok      refused ok login",
    f"{FORMS}edit": "             refused refused ok      refused ok login",
    f"{FORMS}inspect": "          refused refused ok      refused ok login",
    f"{FORMS}history": "          refused refused ok      refused ok login",
    f"{FORMS}delete": "           refused refused refused refused ok login",
    "spine_review_report": "      ok      ok      ok      refused ok login",
    "spine_review_report_results": "ok    ok      ok      refused ok login",
    f"{REVIEWS}index": "          ok      ok      refused refused ok login",
    f"{REVIEWS}inspect": "        ok      ok      refused refused ok login",
    f"{REVIEWS}create": "         refused refused refused refused refused login",
    f"{REVIEWS}edit": "           refused refused refused refused refused login",
    f"{REVIEWS}delete": "         refused refused refused refused refused login",
    "spine_guide": "              ok      ok      ok      ok      ok login",
    "spine_import:index": "       ok      refused refused refused ok login",
    f"{IMPORTS}index": "          refused refused refused refused ok login",
    f"{IMPORTS}inspect": "        refused refused refused refused ok login",
    f"{IMPORTS}history": "        refused refused refused refused ok login",
    f"{IMPORTS}create": "         refused refused refused refused refused login",
    f"{IMPORTS}edit": "           refused refused refused refused refused login",
    f"{IMPORTS}delete": "         refused refused refused refused refused login",
    "wagtailsettings:edit": "     refused refused refused refused ok login",
}
PAGES = ("topic", "procedure", "comparison", "patientstory", "recoveryguide")
SNIPPETS = {
    "treatment": content.treatment,
    "measure": content.measure,
    "source": content.source,
    "warningsign": content.sign,
    "person": content.person,
    "glossaryterm": lambda: GlossaryTerm.objects.create(term="bone", meaning="Hard."),
}
each_person = pytest.mark.parametrize("person_index", range(len(PEOPLE)), ids=PEOPLE)


def browser(name):
    # Made when somebody migrates, but not for the database of a test.
    for kind in ContentType.objects.filter(app_label="spine_content"):
        if kind.model in SNIPPETS:
            Permission.objects.get_or_create(
                codename=f"publish_{kind.model}", content_type=kind
            )
    setup_groups()
    client, users = Client(), get_user_model().objects
    if name == "admin":
        client.force_login(users.create_superuser("root", "root@example.com", "pw"))
    elif name != "anonymous":
        user = users.create_user(f"a-{name}", f"{name}@example.com", "pw")
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        if name in GROUPS:
            user.groups.add(Group.objects.get(name=GROUPS[name]))
        client.force_login(user)
    return client


def answers(client, addresses):
    return {name: answer(client, address) for name, address in addresses.items()}


def expected(table, person_index):
    return {name: row.split()[person_index] for name, row in table.items()}


@each_person
def test_lists_of_pages(person_index):
    client = browser(PEOPLE[person_index])
    row_answers = expected(EACH_PAGE, person_index)
    for kind in PAGES:
        addresses = {name: reverse(PAGE.format(kind) + name) for name in EACH_PAGE}
        assert answers(client, addresses) == row_answers, kind


@each_person
def test_snippets_and_their_choosers(person_index):
    table = {**EACH_SNIPPET, **EACH_CHOOSER}
    client, row_answers = browser(PEOPLE[person_index]), expected(table, person_index)
    for kind, make in SNIPPETS.items():
        pk, addresses = make().pk, {}
        for name in table:
            group = CHOOSER if name in EACH_CHOOSER else SNIPPET
            alone = name in (":list", ":list_results", ":add", ":choose")
            args = [] if alone else [pk]
            addresses[name] = reverse(group.format(kind) + name, args=args)
        assert answers(client, addresses) == row_answers, kind


@each_person
def test_all_other_screens(person_index):
    story = content.story()
    gone = content.story(title="Gone", slug="gone", consent=content.consent())
    withdraw(gone.consent, by=None, via="letter")
    site = Site.objects.get(is_default_site=True)
    home = content.home().pk
    args = {
        "wagtailadmin_pages:add": ["spine_pages", "topicpage", home],
        "wagtailsettings:edit": ["spine_content", "clinicsettings", site.pk],
        "spine_approve_text": [story.pk],
        "spine_quality": [story.pk],
        "spine_evidence": [story.pk],
        "spine_quality_answer": [story.pk],
        "wagtailadmin_pages:edit": [story.pk],
        "spine_consent_certificate": [gone.consent_id],
        "spine_consent_chooser:chosen": [story.consent_id],
        "spine_consent_withdraw": [story.consent_id],
    }
    form = form_version()
    staff.signed(content.topic(), by=staff.reviewer(superuser=True))
    review = ClinicalReview.objects.get()
    imported = ImportRun.objects.create(
        source_name="old.zip", parent_page_id=home, parent_title="Home"
    )
    for name in SCREENS:
        if name.endswith(("edit", "inspect", "history", "renew", "delete")):
            keys = {FORMS: form.pk, REVIEWS: review.pk, IMPORTS: imported.pk}
            key = keys.get(name.rpartition("_")[0] + "_", story.consent_id)
            args.setdefault(name, [key])
    addresses = {name: reverse(name, args=args.get(name, [])) for name in SCREENS}
    found = answers(browser(PEOPLE[person_index]), addresses)
    assert found == expected(SCREENS, person_index)


def test_no_screen_of_ours_is_left_out():
    known = {name.partition(":")[0] for name in SCREENS}
    known |= {PAGE.format(kind) for kind in PAGES}
    known |= {group.format(kind) for kind in SNIPPETS for group in (SNIPPET, CHOOSER)}
    # Registers have no parents, and a sign-off that failed leads to a form.
    lists = {f"{each}choose_parent" for each in (CONSENTS, FORMS, REVIEWS, IMPORTS)}
    lists.add("spine_sign_off_told")
    assert set(_ours(get_resolver())) - lists <= known


def _ours(resolver, namespace=""):
    for each in resolver.url_patterns:
        if isinstance(each, URLPattern):
            name = namespace or each.name or ""
            module = getattr(each.callback, "view_class", each.callback).__module__
            if (
                "spine" in name
                or "clinic" in name
                or module.startswith("spine_content")
            ):
                yield name
        else:
            yield from _ours(each, namespace or each.namespace or "")
