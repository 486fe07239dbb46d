"""An image model that is switched too late is noticed."""

import pytest
from django.contrib.auth import get_user_model

from spine_content.checks import images
from tests.checks.messages import check_messages

pytestmark = pytest.mark.django_db


def test_a_site_that_never_switched_its_image_model_gets_no_message():
    assert check_messages(databases=["default"]) == {}


def test_every_field_that_points_elsewhere_is_named(monkeypatch):
    # Any other table stands in for the one that images were switched to.
    fields = list(images._image_fields(images.get_image_model()))
    assert {field.model.__name__ for field in fields} >= {"Person", "TopicPage"}
    monkeypatch.setattr(images, "get_image_model", get_user_model)
    monkeypatch.setattr(images, "_image_fields", lambda model: fields)
    messages = check_messages(databases=["default"])["W003"]
    assert len(messages) == len(fields)
    assert any("spine_content.Person.photo" in message for message in messages)
    assert all("wagtailimages_image" in message for message in messages)


def test_without_a_database_it_says_nothing():
    assert check_messages(databases=None) == {}
