"""Every way of changing the plugin that the README names has an effect."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from own_ways.models import ClinicProcedurePage

from spine_content.pages.models import ProcedurePage
from tests.hosts.promises import (  # noqa: F401
    test_a_story_is_gone_when_its_consent_is_withdrawn,
    test_check_has_nothing_to_say,
    test_each_type_is_served_with_the_packaged_template,
    test_every_entry_of_the_menu_opens,
    test_no_migration_is_wanted,
    test_the_topic_lists_the_pages_below_it,
    test_whoever_migrates_from_code_makes_the_rights_to_publish,
)
from tests.reading import read, words


@pytest.fixture(scope="session")
def own_page(pages):
    """A page of the site's own type, with what our own page of that type says."""
    fields = [f.name for f in ProcedurePage._meta.local_fields if f.name != "page_ptr"]
    values = {name: getattr(pages["procedure"], name) for name in fields}
    values["body"] = [
        ("callout", {"title": "", "text": "<p>Ask us.</p>"}),
        ("map", "Spine Street"),
    ]
    page = ClinicProcedurePage(title="Our way", slug="our-way", **values)
    return pages["topic"].add_child(instance=page)


def test_its_own_type_stands_in_for_ours(client, own_page, pages):
    html = client.get(pages["topic"].url).content.decode()
    assert own_page.url in html
    assert ClinicProcedurePage.can_create_at(pages["topic"])
    assert not ProcedurePage.can_create_at(pages["topic"])


def test_editors_are_offered_its_own_type_and_no_longer_ours(admin, pages):
    parent = pages["topic"].pk
    offered = admin.get(f"/admin/pages/{parent}/add_subpage/").content.decode()
    assert "/own_ways/clinicprocedurepage/" in offered
    assert "/spine_pages/procedurepage/" not in offered
    assert "/spine_pages/topicpage/" in offered


def test_its_own_template_adds_to_ours(client, own_page, pages):
    own, ours = (read(client, p.url) for p in (own_page, pages["procedure"]))
    assert words(own.select_one(".spine-header__kicker")) == "What we do"
    assert words(ours.select_one(".spine-header__kicker")) != "What we do"
    headings = [words(heading) for heading in own("h2")]
    headings.remove("More about it")  # its body, which our page leaves empty
    assert headings == [words(heading) for heading in ours("h2")]


def test_its_own_template_of_a_block_and_its_own_block_are_used(client, own_page):
    page = read(client, own_page.url)
    assert words(page.select_one("aside.own-callout")) == "Ask us."
    assert words(page.select_one("p.own-map")) == "Spine Street"
    assert not page.select(".spine-callout")


def test_its_own_base_template_has_other_blocks(client, pages):
    page = read(client, pages["topic"].url)
    assert words(page.title) == "Spinal fractures at our clinic"
    sheets = [link["href"] for link in page.select("link[rel=stylesheet]")]
    assert sheets == [
        "/static/spine_content/css/spine.css",
        "/static/own_ways/site.css",
    ]


def test_the_properties_it_sets_are_those_that_we_use():
    own = Path(finders.find("own_ways/site.css")).read_text()
    ours = Path(finders.find("spine_content/css/spine.css")).read_text()
    for name in re.findall(r"--spine-[\w-]+", own):
        assert f"{name}:" in ours
        assert f"var({name})" in ours
    # Ours are set on this element too, and theirs win as they are in no layer.
    assert own.lstrip().startswith(".spine {")
    assert ours.index("@layer spine {") < ours.index(".spine {")
