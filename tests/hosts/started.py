"""A project as ``wagtail start`` makes it, with the one edit of our README."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.hosts.plugin import PLUGIN
from tests.hosts.unpacked import Host, database

START = "from wagtail.bin.wagtail import main; main()"
LAST = '    "django.contrib.staticfiles",\n'
#: What differs between machines goes here in such a project.
LOCAL = """
import environ, os
DATABASES = {"default": environ.Env.db_url_config(os.environ["HOST_DATABASE_URL"])}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""


@contextmanager
def started(folder: Path) -> Iterator[Host]:
    project = folder / "project"
    project.mkdir()
    subprocess.run(
        [sys.executable, "-c", START, "start", "clinic", str(project)],
        check=True,
        capture_output=True,
    )
    (project / "clinic/settings/local.py").write_text(LOCAL)
    edit(project, LAST, LAST + lines())
    with database(folder) as url:
        yield Host(project, "clinic.settings.dev", url)


def lines() -> str:
    return "".join(f'    "{name}",\n' for name in PLUGIN)


def edit(project: Path, before: str, after: str) -> None:
    settings = project / "clinic/settings/base.py"
    text = settings.read_text()
    assert text.count(before) == 1
    settings.write_text(text.replace(before, after))
