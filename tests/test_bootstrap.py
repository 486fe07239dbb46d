import socket

import pytest

from site_project import bootstrap
from site_project.bootstrap import Stop, check_port, explain, plan, requirements_hash
from tests import chromium

COMPLETE = {
    "python": "3.12.1 /usr",
    "root": "/home/me/clinic",
    "requirements": "abc",
    "extras": ["demo", "test"],
}


@pytest.mark.parametrize(
    ("stamp", "extras", "step"),
    [
        (COMPLETE, ["demo"], "keep"),
        (COMPLETE, ["demo", "test"], "keep"),
        (COMPLETE | {"extras": ["demo"]}, ["demo", "test"], "install"),
        (COMPLETE | {"requirements": "old"}, ["demo"], "install"),
        (COMPLETE | {"python": "3.11.7 /usr"}, ["demo"], "make"),
        (COMPLETE | {"root": "/home/me/old"}, ["demo"], "make"),
        (None, ["demo"], "make"),
    ],
)
def test_only_what_is_missing_is_done(stamp, extras, step):
    assert plan(stamp, COMPLETE | {"extras": extras}) == step


@pytest.mark.parametrize("content", [None, "", '{"python": "3.1'])
def test_a_missing_or_broken_stamp_means_not_complete(tmp_path, monkeypatch, content):
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "complete.json")
    if content is not None:
        bootstrap.STAMP.write_text(content)
    assert bootstrap.read_stamp() is None


def test_settings_of_tools_ask_for_no_new_installation():
    options = "[options]\ninstall_requires =\n    Django>=5.2\n"
    before = requirements_hash(options)
    assert requirements_hash(options + "[mypy]\nstrict = true\n") == before
    assert requirements_hash(options + "    wagtail>=8\n") != before


def test_a_failed_interrupted_run_leaves_no_stamp(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "complete.json")
    bootstrap.STAMP.write_text('{"python": "", "root": "", "extras": ["demo"]}')
    monkeypatch.setattr(bootstrap, "plan", lambda *_: "install")

    def interrupted(extras):
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bootstrap.make_environment(COMPLETE)
    assert bootstrap.read_stamp() is None


def test_a_port_in_use_is_said_in_one_sentence():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Stop, match=f"^Port {port} is in use by another program"):
            check_port(str(port))
    assert check_port(str(port)) == port


@pytest.mark.parametrize("text", ["", "http", "0", "70000", "-1"])
def test_a_port_is_a_number(text):
    with pytest.raises(Stop, match="must be a number"):
        check_port(text)


def test_no_network_is_told_from_other_failures():
    no_network = "Retrying after NewConnectionError\nERROR: No matching distribution"
    assert "could not be reached" in explain(no_network)
    other = explain("Collecting wagtail\nERROR: Cannot install wagtail\n")
    assert "ERROR: Cannot install wagtail" in other
    assert "Collecting" not in other


def test_the_systems_chromium_comes_first(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.find() is None
    for name in ("google-chrome", "chromium"):
        (tmp_path / name).touch(mode=0o755)
    assert chromium.find() == str(tmp_path / "chromium")
