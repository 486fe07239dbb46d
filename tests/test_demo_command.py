"""What a newcomer gets from ``make demo`` on a machine that has never seen it."""

import os
import socket
import subprocess
import sys

import pytest

from site_project.accounts import PEOPLE
from tests.publishing import CHANGED


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> str:
    """All that is printed while the demo is made, and its editor publishes."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "site_project.settings",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "MEDIA_ROOT": f"{folder}/media",
        "SECRET_KEY": "tests-only-" + "x" * 50,
        "PORT": str(port),
        "DEBUG": "true",
    }
    made = subprocess.run(
        [sys.executable, "-m", "tests.publishing", str(folder)],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return made.stdout


def test_addresses_and_accounts_are_shown(printed):
    shown = printed.split("Sign in to the admin")
    for name in ("Site", "Admin", "Topic", "Procedure", "Comparison"):
        assert f"  {name:<16} http://127.0.0.1:" in shown[0]
    for name in PEOPLE:
        assert f"\n  {name:<16} " in shown[1]


def test_no_mail_is_printed_between_them(printed):
    assert "Subject:" not in printed
    assert "@example.org" not in printed


@pytest.mark.parametrize("name", CHANGED)
def test_the_editor_publishes_a_snippet(printed, name):
    assert f"{name}: 302, published" in printed
