from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.test import Client
from wagtail.models import Page

from site_project.demo.files import ContentError
from site_project.demo.loader import load


class Command(BaseCommand):
    help = "Loads the demo's content, unless it is there already."

    def handle(self, **options) -> None:
        try:
            pages = load()
        except ContentError as error:
            raise CommandError(f"In site_project/demo/content: {error}") from None
        visit(pages)
        if pages:
            self.stdout.write(f"Loaded {len(pages)} pages.")
        else:
            self.stdout.write("It is there already, so nothing was changed.")


def visit(pages: list[Page]) -> None:
    """Look at each page once, which makes its pictures: visitors need not wait."""
    hosts = [host.lstrip(".") for host in settings.ALLOWED_HOSTS if host != "*"]
    client = Client(
        headers={"host": (hosts or ["localhost"])[0]},
        # A page that fails is worth a line in the log, not the loss of the demo.
        raise_request_exception=False,
    )
    for page in pages:
        client.get(page.get_url_parts()[2], secure=settings.SECURE_SSL_REDIRECT)
