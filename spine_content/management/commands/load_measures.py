from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from wagtail.models import Locale

from spine_content.starter.measures import load_measures


class Command(BaseCommand):
    help = (
        "Makes the questions that a new site may begin with. Those that are there "
        "already stay as they are, also when they were renamed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--locale",
            metavar="CODE",
            help="The language of the questions, such as “en-gb”. "
            "The default is the site's own.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_measures(_locale(options["locale"]))
        created, existing = len(loaded.created), len(loaded.existing)
        self.stdout.write(f"Made {created} questions; {existing} were there already.")


def _locale(code: str | None) -> Locale:
    if code is None:
        return Locale.get_default()
    try:
        return Locale.objects.get(language_code=code)
    except Locale.DoesNotExist:
        known = ", ".join(Locale.objects.values_list("language_code", flat=True))
        raise CommandError(f"There is no locale “{code}”. There is: {known}.") from None
