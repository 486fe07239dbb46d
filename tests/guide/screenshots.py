"""
Makes the pictures in docs/images from the demo, in a database of their own:

    python -m tests.guide.screenshots
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any
from urllib.request import urlopen

from PIL import Image

from tests import chromium

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs/images"
ADDRESS = "127.0.0.1:8765"
PASSWORD = "pictures-only"
WIDTH, HEIGHT = 1280, 860
#: The fact that is opened for its picture.
QUESTION = "How long does it take?"
#: Few colours are on our screens, so few are enough for their pictures.
COLOURS = 64


@dataclass(frozen=True)
class Shot:
    """A picture: where it is taken, and what is done there before."""

    name: str
    path: Callable[[], str]
    prepare: Callable[[Any], None] = lambda page: None
    height: int = HEIGHT


def page_of(slug: str) -> Any:
    from wagtail.models import Page, Site

    below = Site.objects.get(is_default_site=True).root_page
    return Page.objects.descendant_of(below).get(slug=slug)


def visited(slug: str) -> Callable[[], str]:
    return lambda: page_of(slug).get_url_parts()[2]


def edited(slug: str) -> Callable[[], str]:
    return lambda: f"/admin/pages/{page_of(slug).pk}/edit/"


def treatment() -> str:
    from spine_content.models import Treatment

    kept = Treatment.objects.get(name="Balloon kyphoplasty")
    return f"/admin/snippets/spine_content/treatment/edit/{kept.pk}/"


def open_preview(page: Any) -> None:
    page.click("button[aria-label='Toggle preview']")
    page.wait_for_timeout(4000)


def show_table(page: Any) -> None:
    page.eval_on_selector("#compare", "heading => heading.scrollIntoView()")


def open_fact(page: Any) -> None:
    fact = page.locator("[data-spine-facts] [data-contentpath]", has_text=QUESTION)
    fact.locator("[data-panel-toggle]").first.click()
    fact.locator(".spine-sentence").first.wait_for()
    fact.first.evaluate("fact => fact.scrollIntoView()")
    page.wait_for_timeout(1500)


SHOTS = [
    Shot("procedure", visited("vertebroplasty")),
    Shot("comparison", visited("compare-your-choices"), show_table),
    Shot("consents", lambda: "/admin/clinic-registers/consents/", height=460),
    Shot("facts-form", treatment, open_fact, height=1000),
    # Last, as the admin remembers that the preview is open.
    Shot("editor", edited("vertebroplasty"), open_preview),
]


@contextmanager
def demo(folder: str) -> Iterator[None]:
    """The demo with everything in it, served at ``ADDRESS``."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="site_project.settings",
        DATABASE_URL=f"sqlite:///{folder}/db.sqlite3",
        SECRET_KEY="pictures-only-" + "x" * 50,
    )
    import django
    from django.core.management import call_command

    django.setup()
    from site_project.accounts import make_groups, make_person

    call_command("migrate", verbosity=0, interactive=False)
    make_groups()
    make_person("admin", None, PASSWORD)
    call_command("load_demo", verbosity=0)
    serve = [sys.executable, "manage.py", "runserver", ADDRESS, "--noreload"]
    server = subprocess.Popen(serve, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        wait()
        yield
    finally:
        server.terminate()
        server.wait()


def wait() -> None:
    for _attempt in range(120):
        try:
            urlopen(f"http://{ADDRESS}/admin/login/").close()
        except OSError:
            sleep(0.5)
        else:
            return
    sys.exit("The demo did not start.")


def sign_in(page: Any) -> None:
    page.goto(f"http://{ADDRESS}/admin/login/")
    page.fill("[name=username]", "admin")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/admin/")


def take(page: Any, shot: Shot) -> None:
    page.set_viewport_size({"width": WIDTH, "height": shot.height})
    page.goto(f"http://{ADDRESS}{shot.path()}")
    page.wait_for_load_state("networkidle")
    shot.prepare(page)
    path = IMAGES / f"{shot.name}.png"
    page.screenshot(path=path)
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} KB")


def main(names: list[str]) -> None:
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, demo(folder), sync_playwright() as play:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        browser = play.chromium.launch(**chromium.launch_options())
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        visitor = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        sign_in(page)
        for shot in SHOTS:
            if not names or shot.name in names:
                # Visitors do not see the bar of whoever has signed in.
                take(page if "/admin/" in shot.path() else visitor, shot)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
