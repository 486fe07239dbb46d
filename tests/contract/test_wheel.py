"""What pip installs: the whole package, and nothing but the package."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.contract.package import PACKAGE, ROOT

METADATA = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel built from a copy of what is here, so that nothing is left behind."""
    folder = tmp_path_factory.mktemp("wheel")
    leave = shutil.ignore_patterns("__pycache__")
    for name in ("spine_content", "site_project", "tests", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=leave)
    for name in METADATA:
        shutil.copy(ROOT / name, folder)
    options = ["--wheel", "--no-isolation", "--outdir", "dist"]
    result = subprocess.run(
        [sys.executable, "-m", "build", *options],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    (built,) = (folder / "dist").glob("*.whl")
    with ZipFile(built) as archive:
        yield archive


def test_it_holds_every_file_of_the_package(wheel):
    held = {name for name in wheel.namelist() if name.startswith("spine_content/")}
    assert held == {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_it_holds_nothing_else(wheel):
    rooms = {Path(name).parts[0] for name in wheel.namelist()}
    (metadata,) = rooms - {"spine_content"}
    assert metadata.startswith("wagtail_spine_content-")
    assert metadata.endswith(".dist-info")


def test_it_says_what_it_is_and_what_it_needs(wheel):
    (name,) = [name for name in wheel.namelist() if name.endswith("/METADATA")]
    told = wheel.read(name).decode()
    assert "Name: wagtail-spine-content" in told
    assert "License-Expression: BSD-3-Clause" in told
    assert "Requires-Python: >=3.10" in told
    for need in ("Django>=5.2", "wagtail>=7.4", "wagtail-modeladmin>=2.5"):
        assert f"Requires-Dist: {need}" in told
    assert "Provides-Extra: demo" in told
    assert any(name.endswith("/licenses/LICENSE") for name in wheel.namelist())


def test_a_type_checker_may_trust_it(wheel):
    assert "spine_content/py.typed" in wheel.namelist()
