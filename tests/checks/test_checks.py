"""What ``manage.py check`` tells a developer before any visitor notices."""

import subprocess
import sys

import pytest

from spine_content.blocks import body_blocks
from tests.checks.messages import check_messages
from tests.hosts.blocks import MapBlock


def manage(settings: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in a site of its own, which loads its blocks from the start."""
    command = [sys.executable, "-m", "django", *arguments, "--settings", settings]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_a_site_without_mistakes_gets_no_message():
    assert check_messages() == {}


def test_each_mistake_in_the_setting_is_reported(settings):
    settings.SPINE_CONTENT = {"COLOUR": "green", "HIDDEN_PAGE_TYPES": 5}
    messages = check_messages()
    assert list(messages) == ["W010"]
    assert any("'COLOUR'" in message for message in messages["W010"])
    assert any("'HIDDEN_PAGE_TYPES'" in message for message in messages["W010"])


def test_a_misspelt_page_type_is_reported(settings):
    settings.SPINE_CONTENT = {"HIDDEN_PAGE_TYPES": ["TopicPage", "StoryPage"]}
    (message,) = check_messages()["W012"]
    assert "'StoryPage'" in message


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("clinic.blocks.MapBlock", "No module named 'clinic'"),
        ("tests.hosts.blocks.Missing", "Missing"),
        ("no_dots", "no_dots"),
        ("", "module path"),
        ("tests.hosts.blocks.NOT_A_BLOCK", "not a Wagtail block class"),
        ("tests.hosts.blocks.DemandingBlock", "key"),
        ("spine_content.models.Person", "not a Wagtail block class"),
    ],
)
def test_a_block_that_cannot_be_used_is_reported_with_its_reason(settings, path, why):
    settings.SPINE_CONTENT = {
        "EXTRA_BLOCKS": {"map": path, "good": "tests.hosts.blocks.MapBlock"}
    }
    (message,) = check_messages()["W011"]
    assert "'map'" in message
    assert path in message
    assert why in message
    offered = dict(body_blocks())
    assert "map" not in offered
    assert isinstance(offered["good"], MapBlock)


def test_each_needed_app_that_is_missing_is_an_error():
    result = manage("tests.hosts.forgetful", "check")
    assert result.returncode == 1
    assert result.stderr.count("spine_content.E001") == 2, result.stderr
    for app in ("wagtail.contrib.settings", "wagtail_modeladmin"):
        assert f"needs '{app}' in INSTALLED_APPS" in result.stderr


def test_a_site_full_of_mistakes_starts_and_is_warned_of_each():
    result = manage("tests.hosts.mistaken", "check")
    assert result.returncode == 0, result.stderr
    for part in ("COLOUR", "HIDDEN_PAGE_TYPES", "'missing'", "'other'", "W010", "W011"):
        assert part in result.stderr
    assert "'good'" not in result.stderr


def test_a_block_of_the_sites_own_needs_no_migration():
    result = manage("tests.hosts.extra_block", "makemigrations", "--check", "--dry-run")
    assert result.returncode == 0, result.stdout + result.stderr
