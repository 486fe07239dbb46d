from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError

from spine_content.consent import plan, withdraw
from spine_content.consent.certificate import certificate_lines, plan_lines
from spine_content.consent.chooser import parse_reference
from spine_content.consent.models import Consent


class Command(BaseCommand):
    help = (
        "Ends a consent for good and erases what it covered. Cut short, the same "
        "command completes it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        choices = Consent.WithdrawnVia.values
        parser.add_argument("reference", help="Such as C-000123.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would go.")
        parser.add_argument(
            "--via", choices=choices, default=Consent.WithdrawnVia.OTHER
        )
        parser.add_argument("--user", help="Who does it: the name they sign in with.")
        parser.add_argument(
            "--keep-picture",
            metavar="ID",
            type=int,
            action="append",
            default=[],
            help="A picture in the text that does not show the patient.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        consent = _consent(options["reference"])
        user = _user(options["user"])
        excluded_images = frozenset(options["keep_picture"])
        if options["dry_run"]:
            lines = plan_lines(plan(consent, excluded_images))
        else:
            certificate = withdraw(
                consent,
                by=user,
                via=options["via"],
                excluded_images=excluded_images,
            )
            lines = certificate_lines(certificate)
        self.stdout.write("\n".join(lines))


def _consent(reference: str) -> Consent:
    number = parse_reference(reference)
    found = Consent.objects.filter(pk=number).first() if number else None
    if found is None:
        raise CommandError(f"There is no consent “{reference}”.")
    return found


def _user(name: str | None) -> Any:
    if name is None:
        return None
    try:
        return get_user_model()._default_manager.get_by_natural_key(name)
    except get_user_model().DoesNotExist:
        raise CommandError(f"Nobody signs in as “{name}”.") from None
