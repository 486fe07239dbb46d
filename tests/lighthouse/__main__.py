"""
What Lighthouse thinks of one page of each type, as the demo serves it in production:

    python -m tests.lighthouse [procedure topic]

Needs node, npm and a Chromium or Chrome.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import chromium
from tests.servers.running import gunicorn, manage

LIGHTHOUSE = "lighthouse@12.8.2"
#: On a busy machine it may lose the browser.
TRIES = 3
PAGES = {
    "topic": "/spinal-fractures/",
    "procedure": "/spinal-fractures/vertebroplasty/",
    "comparison": "/spinal-fractures/compare-your-choices/",
    "story": "/spinal-fractures/i-chose-to-wait/",
    "recovery": "/spinal-fractures/recovery-after-vertebroplasty/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@contextmanager
def demo(folder: str) -> Iterator[str]:
    """The address of the demo, whose pictures have been made."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.lighthouse.settings",
        "DEBUG": "false",
        "SECRET_KEY": "lighthouse-only-" + "x" * 50,
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "CACHE_URL": "locmemcache://",
        "MEDIA_ROOT": f"{folder}/media",
        "STATIC_ROOT": f"{folder}/static",
        "PRIVATE_ROOT": f"{folder}/private",
    }
    for command in ("migrate", "collectstatic", "load_demo"):
        options = ["--no-input"] if command != "load_demo" else []
        manage(environment, command, *options, "--verbosity", "0")
    with gunicorn(environment) as address:
        yield address


def look(address: str, folder: str) -> dict:
    """Lighthouse's own report of one page, on a phone as it imagines it."""
    report = Path(folder, "report.json")
    flags = "--headless=new --disable-gpu"
    if chromium.is_root():
        flags += " --no-sandbox"
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--chrome-flags={flags}"]
    command += [f"--only-categories={','.join(CATEGORIES)}"]
    browser = chromium.find()
    environment = {**os.environ, **({"CHROME_PATH": browser} if browser else {})}
    for _try in range(TRIES):
        if subprocess.run(command, env=environment).returncode == 0:
            return json.loads(report.read_text("utf-8"))
    sys.exit("Lighthouse could not look at the page: see above.")


def scores(report: dict) -> list[int]:
    found = [report["categories"][name]["score"] for name in CATEGORIES]
    return [round(100 * (score or 0)) for score in found]


def faults(report: dict) -> Iterator[str]:
    """What costs points, as Lighthouse says it."""
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] not in (None, 1):
                detail = audit.get("displayValue") or audit.get("explanation") or ""
                yield f"  {name}: {audit['title']} {detail}".rstrip()


def main(kinds: list[str]) -> int:
    if not shutil.which("npx"):
        print("Lighthouse needs node and npm, and they were not found.")
        return 1
    every = []
    lines = ["| page | " + " | ".join(CATEGORIES) + " |", "|---|---|---|---|---|"]
    with TemporaryDirectory(prefix="lighthouse-") as folder, demo(folder) as address:
        for kind in kinds or PAGES:
            report = look(address + PAGES[kind], folder)
            found = scores(report)
            every += found
            lines.append(f"| {kind} | " + " | ".join(map(str, found)) + " |")
            print(kind, *found, *faults(report), sep="\n", flush=True)
    print("\n" + "\n".join(lines))
    return 0 if set(every) == {100} else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
