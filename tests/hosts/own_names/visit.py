"""Nothing of ours is in the way of a class that has the same name."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from own_names import models as own
from wagtail.models import Page, ReferenceIndex, Site, Task
from wagtail.models.i18n import Locale

from spine_content import models as packaged
from spine_content.pages import models as packaged_pages
from tests import content
from tests.hosts.promises import *  # noqa: F403
from tests.reading import read, words


def names(*labels):
    return {
        model.__name__
        for label in labels
        for model in apps.get_app_config(label).get_models()
    }


def test_the_site_has_a_class_of_each_of_our_names():
    ours = names("spine_content", "spine_pages")
    assert ours - names("own_names") == set()


@pytest.mark.parametrize("name", own.PAGES)
def test_pages_of_both_kinds_are_told_apart(client, pages, name):
    theirs, ours = getattr(own, name), getattr(packaged_pages, name)
    page = content.home().add_child(instance=theirs(title=f"Own {name}"))
    assert words(read(client, page.url).h1) == page.title
    base = Page.objects.get(pk=page.pk)
    assert type(base.specific) is type(base.specific_deferred) is theirs
    assert getattr(base, name.lower()) == page
    packaged_page = ours.objects.first()
    base = Page.objects.get(pk=packaged_page.pk)
    assert type(base.specific) is type(base.specific_deferred) is ours
    assert getattr(base, f"spine_{name.lower()}") == packaged_page
    assert not hasattr(base, name.lower())
    assert list(Page.objects.type(theirs)) == [Page.objects.get(pk=page.pk)]
    assert page.pk not in Page.objects.type(ours).values_list("pk", flat=True)
    page.delete()
    assert not theirs.objects.exists()


@pytest.mark.parametrize("kind", ["topic", "procedure", "comparison", "recovery"])
def test_a_page_of_ours_is_copied_moved_and_deleted(pages, kind):
    page = pages[kind]
    stored = {field.attname: getattr(page, field.attname) for field in _own(page)}
    copy = page.copy(
        recursive=False, update_attrs={"slug": f"copy-{kind}"}, to=content.home()
    )
    assert type(copy) is type(page)
    assert copy.pk != page.pk
    assert copy.page_ptr_id == copy.pk
    for name, value in stored.items():
        assert str(getattr(copy, name)) == str(value), name
    draft = copy.save_revision()
    assert "page_ptr" not in draft.content
    assert draft.as_object() == copy
    copy.move(content.home(), pos="first-child")
    base = Page.objects.get(pk=copy.pk)
    base.delete()
    assert not type(page).objects.filter(pk=copy.pk).exists()
    assert not ReferenceIndex.get_references_for_object(copy).exists()
    assert type(page).objects.filter(pk=page.pk).exists()


def _own(page):
    return [
        field
        for field in page._meta.local_fields
        if not field.primary_key and not field.remote_field
    ]


@pytest.mark.parametrize("models", [own, packaged])
@pytest.mark.parametrize("name", own.SNIPPETS)
def test_whoever_locked_something_can_be_deleted(models, name):
    user = get_user_model().objects.create_user("leaver")
    locked = getattr(models, name)(locked=True, locked_by=user)
    locked.save()
    user.delete()
    locked.refresh_from_db()
    assert locked.locked
    assert locked.locked_by is None
    locked.delete()


def test_whoever_locked_a_page_can_be_deleted(pages):
    user = get_user_model().objects.create_user("leaver")
    page = pages["topic"]
    type(page).objects.filter(pk=page.pk).update(locked_by=user, owner=user)
    user.delete()
    page.refresh_from_db()
    assert page.locked_by is None


def test_each_has_settings_tasks_and_locales_of_its_own(pages):
    site = Site.objects.get(is_default_site=True)
    theirs = own.ClinicSettings.for_site(site)
    assert site.clinicsettings == theirs
    assert site.spine_clinicsettings == packaged.ClinicSettings.for_site(site)
    group = Group.objects.create(name="Reviewers")
    for models in (own, packaged):
        task = models.ClinicalReviewTask.objects.create(name="Look")
        task.groups.add(group)
        assert type(Task.objects.get(pk=task.pk).specific) is type(task)
    group.delete()
    assert Task.objects.count() >= 2
    assert Locale.objects.exists()
