"""The site's base template is looked through before a visitor sees a page of ours."""

import pytest

from tests.checks.messages import check_messages

BASE = """
<title>{% block title %}{% endblock %}</title>{% block extra_css %}{% endblock %}
{% block content %}{% endblock %}
"""
OWN = """
{% extends "site.html" %}
{% block heading %}{% block spine_title %}{% endblock %}{% endblock %}
{% block head %}{% block spine_head %}{% endblock %}{% endblock %}
{% block main %}{% block spine_main %}{% endblock %}{% endblock %}
"""
SITE = """
{% block heading %}{% endblock %}{% block head %}{% endblock %}
{% block main %}{% endblock %}
"""


@pytest.fixture
def templates(settings):
    """Makes the templates of the site: those given, and the packaged ones behind."""

    def use(**sources):
        named = {
            name.replace("__", "/") + ".html": text for name, text in sources.items()
        }
        loaders = [
            ("django.template.loaders.locmem.Loader", named),
            "django.template.loaders.app_directories.Loader",
        ]
        (engine,) = settings.TEMPLATES
        options = {**engine["OPTIONS"], "loaders": loaders}
        settings.TEMPLATES = [
            {**engine, "DIRS": [], "APP_DIRS": False, "OPTIONS": options}
        ]

    return use


def test_the_blocks_of_wagtail_start_are_all_it_takes(templates):
    templates(base=BASE)
    assert check_messages() == {}


def test_a_missing_base_template_is_named(templates):
    templates()
    (message,) = check_messages()["W001"]
    assert "base.html, which does not exist." in message


def test_every_missing_block_is_named(templates):
    templates(base="{% block title %}{% endblock %}{% block body %}{% endblock %}")
    messages = check_messages()["W002"]
    assert len(messages) == 2
    assert "'extra_css'" in messages[0]
    assert "'content'" in messages[1]


def test_blocks_may_stand_further_up(templates):
    templates(
        base='{% extends "root.html" %}{% block title %}{% endblock %}', root=BASE
    )
    assert check_messages() == {}


def test_a_missing_template_further_up_is_named(templates):
    templates(base='{% extends "root.html" %}')
    (message,) = check_messages()["W001"]
    assert "root.html" in message


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ("{% block title %}", "Unclosed tag"),
        ("{% load nothing_like_it %}", "nothing_like_it"),
        ("{{ a| }}", "Could not parse"),
        ('{% block title %}{% endblock %}{% extends "root.html" %}', "extends"),
    ],
)
def test_a_mistake_in_it_is_one_sentence(templates, mistake, said):
    templates(base=mistake)
    (message,) = check_messages()["W001"]
    assert "mistake" in message
    assert said in message


def test_a_site_may_name_its_own_blocks(templates):
    templates(site=SITE, spine_content__base=OWN)
    assert check_messages() == {}


def test_a_block_of_its_own_that_is_misspelt_is_named(templates):
    templates(site=SITE.replace("heading", "headline"), spine_content__base=OWN)
    (message,) = check_messages()["W002"]
    assert "'heading'" in message


def test_a_site_that_forgets_where_our_pages_go_is_reported(templates):
    templates(site=SITE, spine_content__base=OWN.replace("spine_main", "page"))
    (message,) = check_messages()["W002"]
    assert "does not offer the block 'spine_main'" in message


def test_a_site_may_write_the_whole_page_itself(templates):
    blocks = "".join(
        f"{{% block spine_{name} %}}{{% endblock %}}"
        for name in ("title", "head", "main")
    )
    templates(spine_content__base=blocks)
    assert check_messages() == {}


def test_a_site_may_add_to_the_packaged_file_of_the_same_name(templates):
    title = "{% block title %}{{ block.super }}{% endblock %}"
    extended = '{% extends "spine_content/base.html" %}'
    templates(base=BASE, spine_content__base=extended + title)
    assert check_messages() == {}


def test_a_base_template_chosen_for_each_request_is_not_second_guessed(templates):
    templates(spine_content__base=OWN.replace('"site.html"', "site_template"))
    assert check_messages() == {}


def test_templates_that_extend_each_other_end_in_a_message(templates):
    templates(base='{% extends "other.html" %}', other='{% extends "base.html" %}')
    assert list(check_messages()) == ["W001"]
