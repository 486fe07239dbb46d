from argparse import ArgumentParser
from typing import Any

import swapper
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from spine_content.starter.groups import ROLES, setup_groups


class Command(BaseCommand):
    help = (
        "Makes the groups of a clinic (authors, clinical reviewers, consent officers) "
        "with their rights. It can be run again: it adds what is missing, and never "
        "takes a right away."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--below",
            metavar="ID",
            type=int,
            action="append",
            help="The page below which they work; may be given more than once. The "
            "default is the front page of every site.",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="Say what would be done, and change nothing.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        below = options["below"]
        pages = None if below is None else [_page(pk) for pk in below]
        with transaction.atomic():
            done = setup_groups(pages)
            transaction.set_rollback(options["dry_run"])
        for line in done:
            self.stdout.write(line)
        self.stdout.write(self._summary(len(done), options["dry_run"]))

    def _summary(self, number: int, dry_run: bool) -> str:
        if not number:
            return "Everything was there already: nothing was changed."
        if dry_run:
            return f"These {number} things would be done. Nothing was changed."
        names = ", ".join(role.name for role in ROLES)
        return f"Done. Now put people into the groups, under Settings, Users: {names}."


def _page(pk: int) -> Any:
    page = swapper.load_model("wagtailcore", "Page").objects.filter(pk=pk).first()
    if page is None:
        raise CommandError(
            f"There is no page {pk}. Its number stands in the address of its form: "
            "/admin/pages/12/edit/ is page 12."
        )
    return page
