from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.core.validators import validate_email

from spine_content.consent import remind
from spine_content.consent.reminders import default_recipients


class Command(BaseCommand):
    help = (
        "Sends an e-mail 60 and 14 days before a consent runs out, each once, and with "
        "its reference only. Run it every day."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--to",
            metavar="ADDRESS",
            action="append",
            help="May be given several times. The default is everybody who may change "
            "a consent.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        recipients = options["to"] or default_recipients()
        for address in recipients:
            try:
                validate_email(address)
            except ValidationError:
                raise CommandError(f"“{address}” is not an e-mail address.") from None
        if not recipients:
            raise CommandError("There is nobody to send it to. Say who with --to.")
        sent = remind(recipients)
        names = ", ".join(each.consent.reference for each in sent)
        self.stdout.write(f"Reminded of: {names or 'none'}.")
