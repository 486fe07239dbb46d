"""What the README says to do before the app is taken out."""

from django.core.management import call_command
from wagtail.models import Page

from spine_content.pages.base import SpinePageMixin


def test_our_pages_are_deleted_first():
    ours = Page.objects.type(SpinePageMixin).specific()
    assert len({type(page) for page in ours}) == 5
    Page.objects.type(SpinePageMixin).delete()
    assert [page.title for page in Page.objects.filter(depth__gt=1)] == ["Home"]


def test_then_our_tables_are_taken_out():
    for label in ("spine_pages", "spine_content"):
        call_command("migrate", label, "zero", verbosity=0)
