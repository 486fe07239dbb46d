"""An API beside our stories has to pass the gate."""

import pytest
from django.urls import include, path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from site_project.urls import urlpatterns as site_urls
from spine_content.consent import only_showable
from tests.checks.messages import check_messages


class OtherFieldsViewSet(PagesAPIViewSet):
    """A viewset that changes something else."""

    body_fields = [*PagesAPIViewSet.body_fields, "url_path"]

    def get_queryset(self):
        return super().get_queryset().order_by("title")


class GuardedViewSet(PagesAPIViewSet):
    """What our hint asks for."""

    def get_queryset(self):
        return only_showable(super().get_queryset())


class GuardedInItsParentViewSet(GuardedViewSet):
    """Builds on a viewset that asks."""


@pytest.fixture
def route(settings):
    def use(*viewsets):
        router = WagtailAPIRouter("wagtailapi")
        for viewset in viewsets:
            router.register_endpoint(viewset.__name__.lower(), viewset)

        class Urls:
            urlpatterns = [path("", include([path("api/", router.urls)])), *site_urls]

        settings.ROOT_URLCONF = Urls

    return use


@pytest.mark.parametrize("viewset", [PagesAPIViewSet, OtherFieldsViewSet])
def test_a_viewset_that_does_not_ask_is_named_once(route, viewset):
    route(viewset)
    (message,) = check_messages()["W004"]
    assert f"{viewset.__module__}.{viewset.__name__} " in message


@pytest.mark.parametrize("viewset", [GuardedViewSet, GuardedInItsParentViewSet])
def test_a_viewset_that_asks_is_fine(route, viewset):
    route(viewset, ImagesAPIViewSet)
    assert check_messages() == {}


def test_a_mistake_in_the_addresses_is_left_to_django(settings):
    settings.ROOT_URLCONF = "tests.no_such_addresses"
    with pytest.raises(ImportError):
        check_messages()
    assert check_messages(tags=["templates"]) == {}
    from spine_content.checks.pages_api import check_pages_api

    assert check_pages_api(None) == []
