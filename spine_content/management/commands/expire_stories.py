from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from spine_content.consent import expire
from spine_content.consent.expiry import DEFAULT_ERASE_AFTER


class Command(BaseCommand):
    help = (
        "Takes down stories whose consent has run out, and hides their pictures; "
        "brings the pictures of renewed ones back; completes interrupted withdrawals. "
        "Run it every night. Visitors are told at once, whether or not it runs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--erase-after",
            metavar="DAYS",
            type=int,
            default=DEFAULT_ERASE_AFTER,
            help="How long content is kept for a renewal. The default is %(default)s.",
        )
        parser.add_argument(
            "--keep", action="store_true", help="Erase nothing that has expired."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        days = options["erase_after"]
        if days < 0:
            raise CommandError("--erase-after must not be negative.")
        result = expire(erase_after=None if options["keep"] else days)
        for label, references in (
            ("Taken down", result.expired),
            ("Pictures are back", result.restored),
            ("Erased", result.erased),
        ):
            self.stdout.write(f"{label}: {', '.join(references) or 'none'}.")
