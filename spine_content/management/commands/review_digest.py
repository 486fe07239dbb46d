from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from spine_content.reviews.digest import digests, send, text
from spine_content.reviews.report_rows import Reason, review_rows


class Command(BaseCommand):
    help = (
        "Mails clinical reviewers, and the owners of pages, what is overdue, due soon, "
        "changed since its review or never reviewed. Run it once a week."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="Show the mails and send none."
        )
        parser.add_argument(
            "--fail-on-overdue",
            action="store_true",
            help="End with exit code 1 when any review is overdue.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = digests()
        for digest in found:
            if options["dry_run"]:
                self.stdout.write(f"To {digest.email}:\n{text(digest)}\n")
            else:
                send(digest)
        verb = "Would send" if options["dry_run"] else "Sent"
        self.stdout.write(f"{verb} {len(found)} e-mails.")
        late = [row.title for row in review_rows() if Reason.OVERDUE in row.reasons]
        if late and options["fail_on_overdue"]:
            raise CommandError(f"Reviews are overdue: {', '.join(late)}.", returncode=1)
