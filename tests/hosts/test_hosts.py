"""The plugin in small real sites, each in a process and a database of its own."""

from importlib.util import find_spec

import pytest
import wagtail

from tests.hosts.started import edit, lines, started
from tests.hosts.unpacked import HOSTS, unpacked


def visit(name, folder):
    with unpacked(name, folder) as host:
        host.visit(HOSTS / name / "visit.py")


def test_a_project_that_takes_the_plugin_in_and_out_again(tmp_path):
    with started(tmp_path) as host:
        host.visit(HOSTS / "visit_started.py")
        host.visit(HOSTS / "visit_before_uninstalling.py")
        edit(host.folder, lines(), "")
        host.visit(HOSTS / "visit_uninstalled.py")


def test_a_site_with_models_of_its_own(tmp_path):
    visit("own_models", tmp_path)


def test_a_site_with_classes_of_our_names(tmp_path):
    visit("own_names", tmp_path)


def test_a_site_with_ways_of_its_own(tmp_path):
    visit("own_ways", tmp_path)


def test_a_site_without_a_base_template_is_told(tmp_path):
    with unpacked("bare", tmp_path) as host:
        check = host.manage("check")
    assert check.returncode == 0, check.stderr
    assert "spine_content.W001" in check.stderr
    assert "base.html, which does not exist" in check.stderr
    assert "identified 1 issue" in check.stderr


@pytest.mark.skipif(
    wagtail.VERSION < (8, 0),
    reason="The base page cannot be swapped before Wagtail 8: this host is not tested.",
)
def test_a_site_with_a_base_page_of_its_own(tmp_path):
    visit("own_base", tmp_path)


@pytest.mark.skipif(
    find_spec("wagtail_localize") is None,
    reason="wagtail-localize is not installed: this host is not tested.",
)
def test_a_site_that_is_translated(tmp_path):
    visit("localized", tmp_path)
