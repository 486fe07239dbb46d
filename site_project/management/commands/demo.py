import os
import sys
from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from wagtail.models import Site

from site_project.accounts import make_groups, make_people
from site_project.bootstrap import Stop, check_port

PAGE_TYPES = (
    "TopicPage",
    "ProcedurePage",
    "ComparisonPage",
    "PatientStoryPage",
    "RecoveryGuidePage",
)


class Command(BaseCommand):
    help = "Prepares the demo site, shows its addresses and accounts, and serves it."
    # runserver does this later, and once is enough for a quick start.
    requires_system_checks = []

    def handle(self, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo needs DEBUG: unset that variable, try again.")
        try:
            port = check_port(settings.PORT)
            passwords = self.prepare(port)
            self.show(f"http://127.0.0.1:{port}", passwords)
            os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
            call_command(
                "runserver",
                f"127.0.0.1:{port}",
                use_reloader=False,
                skip_checks=False,
            )
        except Stop as reason:
            raise CommandError(reason) from None
        except KeyboardInterrupt:
            sys.exit()

    def prepare(self, port: int) -> dict[str, str]:
        self.stdout.write("Preparing the database...")
        call_command("migrate", verbosity=0, interactive=False)
        make_groups()
        self.stdout.write("Loading the demo's content...")
        call_command("load_demo")
        # Only now have they addresses: what the demo hands in is mailed to nobody, or
        # it would be printed between what this command has to say.
        passwords = make_people()
        tell_the_site_its_port(port)
        return passwords

    def show(self, base: str, passwords: dict[str, str]) -> None:
        self.stdout.write(f"\n{settings.WAGTAIL_SITE_NAME}\n")
        for name, path in addresses():
            self.stdout.write(f"  {name:<16} {base}{path}")
        self.stdout.write("\nSign in to the admin with one of these (.demo-passwords):")
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<16} {password}")
        self.stdout.write("")


def addresses() -> Iterator[tuple[str, str]]:
    """The site, its admin, and one page of each type."""
    yield "Site", "/"
    yield "Admin", "/admin/"
    for name in PAGE_TYPES:
        model = apps.get_model("spine_pages", name)
        if page := model.objects.live().first():
            yield model._meta.verbose_name.capitalize(), page.get_url_parts()[2]


def tell_the_site_its_port(port: int) -> None:
    """Full addresses, as in the sitemap, have to lead back to this server."""
    for site in Site.objects.filter(hostname__in=["localhost", "127.0.0.1"]):
        if (site.hostname, site.port) != ("127.0.0.1", port):
            site.hostname, site.port = "127.0.0.1", port
            site.save()
