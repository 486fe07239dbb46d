"""Sites that route Wagtail's APIs, with our gate and without."""

import importlib
import sys

import pytest
from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from site_project.urls import urlpatterns as site_urls
from spine_content.api.pages import SpinePagesAPIViewSet

OURS_3 = "spine_content.api.v3"


def _routed(settings, *patterns):
    class Urls:
        urlpatterns = [*patterns, *site_urls]

    settings.ROOT_URLCONF = Urls


def _version_2(settings, viewset):
    router = WagtailAPIRouter("wagtailapi")
    router.register_endpoint("pages", viewset)
    _routed(settings, path("api/v2/", router.urls))


@pytest.fixture
def ours(settings):
    _version_2(settings, SpinePagesAPIViewSet)


@pytest.fixture
def plain(settings):
    _version_2(settings, PagesAPIViewSet)


@pytest.fixture
def router_of_v3(monkeypatch):
    router = pytest.importorskip(
        "wagtail.api.v3.routers.pages", reason="needs Wagtail 8"
    )
    # Whoever has asked for the gate in this process has changed it for all.
    module = sys.modules.get(OURS_3)
    untouched = module.get_pages_queryset if module else router.get_pages_queryset
    monkeypatch.setattr(router, "get_pages_queryset", untouched)
    return router


@pytest.fixture
def ours_3(settings, router_of_v3, monkeypatch):
    module = importlib.import_module(OURS_3)
    monkeypatch.setattr(router_of_v3, "get_pages_queryset", module.get_showable_pages)
    _routed(settings, path("api/v3/", module.urls))


@pytest.fixture
def plain_3(settings, router_of_v3):
    from wagtail.api.v3.urls import api

    _routed(settings, path("api/v3/", api.urls))
