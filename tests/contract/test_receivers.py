"""What others do is none of our business: whoever listens says to whom."""

import weakref
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth import signals as auth_signals
from django.core import signals as core_signals
from django.db.models import signals as model_signals
from django.db.models.signals import post_save
from django.dispatch import Signal
from wagtail import signals as wagtail_signals

from spine_content.consent import gate
from spine_content.pages.base import SpinePageMixin

#: Those that listen to everybody, and why.
TO_ALL = {
    "spine_content.pages.cache_invalidation.purge_topics_on_move": (
        "a topic may be below any page"
    ),
    "spine_content.pages.emergency_number.unpublish_on_move": (
        "a guide may be below any page"
    ),
}
#: Those that listen to a model of others, and why.
TO_OTHERS = {
    "spine_content.images.files.strip_metadata_on_save": "pictures tell of people",
    "spine_content.consent.patient_images.anonymise_on_save": (
        "a story's draft is a revision"
    ),
    "spine_content.pages.cache_invalidation.purge_all_pages": (
        "a restriction hides pages below"
    ),
}


def receivers():
    """Every receiver of ours by its dotted name, each with its sender or ``None``."""
    models = {id(model): model for model in apps.get_models()}
    modules = (auth_signals, core_signals, model_signals, wagtail_signals)
    for module in modules:
        for signal in vars(module).values():
            if not isinstance(signal, Signal):
                continue
            for (_receiver, sender), function, *_rest in signal.receivers:
                if isinstance(function, weakref.ReferenceType):
                    function = function()
                if function and function.__module__.startswith("spine_content."):
                    name = f"{function.__module__}.{function.__qualname__}"
                    yield name, models.get(sender)


def is_ours(model):
    of_our_app = model._meta.app_label in ("spine_content", "spine_pages")
    return of_our_app or issubclass(model, SpinePageMixin)


def test_each_receiver_has_a_sender_or_a_reason():
    assert {name for name, sender in receivers() if sender is None} == {*TO_ALL}


def test_each_sender_is_ours_or_there_is_a_reason():
    found = {name for name, sender in receivers() if sender and not is_ours(sender)}
    assert found == {*TO_OTHERS}


def test_a_class_that_inherits_from_a_story_type_is_listened_to(monkeypatch):
    class Story:
        pass

    class LongStory(Story):
        pass

    class Note:
        pass

    installed = SimpleNamespace(get_models=lambda: [Story, LongStory, Note])
    monkeypatch.setattr(gate, "story_models", lambda: [Story])
    monkeypatch.setattr(gate, "apps", installed)
    assert gate.story_senders() == [Story, LongStory]


def test_one_that_listens_to_everybody_would_be_found():
    def listener(**_kwargs):
        pass

    listener.__module__ = "spine_content.somewhere"
    post_save.connect(listener)
    try:
        with pytest.raises(AssertionError):
            test_each_receiver_has_a_sender_or_a_reason()
    finally:
        post_save.disconnect(listener)
