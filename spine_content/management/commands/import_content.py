import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError

from spine_content.importing import ImportRefused, run
from spine_content.importing.building.placement import page_model
from spine_content.page_types import PAGE_TYPES

BAR_WIDTH = 30


class Command(BaseCommand):
    help = (
        "Makes drafts of an HTML file, a folder or zip of them, or a WordPress export."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="A file or folder.")
        parser.add_argument("--parent", type=int, required=True, metavar="ID")
        parser.add_argument("--type", dest="wanted", choices=PAGE_TYPES, default="")
        parser.add_argument("--dry-run", action="store_true", help="Change nothing.")
        parser.add_argument("--report", type=Path, help="Write it here, as JSON.")
        parser.add_argument("--user", help="Whose drafts: the name they sign in with.")
        parser.add_argument(
            "--again", action="store_true", help="Make pages anew that were deleted."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path, file = options["path"], options["report"]
        known = {name: options[name] for name in ("wanted", "again", "dry_run")}
        parent = page_model().objects.filter(pk=options["parent"]).first()
        if parent is None:
            raise CommandError(f"There is no page with the ID {options['parent']}.")
        user = _user(options["user"])
        try:
            if file:
                file.touch()
            with progress_bar(sys.stderr) as show:
                report = run(path, parent, user, progress=show, **known)
            if file:
                content = json.dumps(report.as_json(), ensure_ascii=False, indent=2)
                file.write_text(content, encoding="utf-8")
        except (ImportRefused, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(report.as_text())
        if report.has_failures:
            raise CommandError("Not every document could be made: see above.")


def _user(name: str | None) -> Any:
    if name is None:
        return None
    try:
        return get_user_model()._default_manager.get_by_natural_key(name)
    except get_user_model().DoesNotExist:
        raise CommandError(f"Nobody signs in as “{name}”.") from None


@contextmanager
def progress_bar(stream: Any) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; silent where nobody is watching."""
    is_terminal = getattr(stream, "isatty", bool)()

    def show(done: int, total: int) -> None:
        # The number that a reader expects may turn out too small.
        filled = BAR_WIDTH * done // max(total, done, 1)
        drawn = "#" * filled + "." * (BAR_WIDTH - filled)
        if is_terminal:
            stream.write(f"\r[{drawn}] {done}/{max(total, done)}")
            stream.flush()

    yield show
    if is_terminal:
        stream.write("\n")
