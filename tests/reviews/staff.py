"""Authors and reviewers, the workflow that they work in, and what they do in it."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Workflow, WorkflowTask

from spine_content.models import ClinicalReviewTask, Person, Treatment
from spine_content.reviews.checksum import instance_checksum
from tests import content

GROUP = "Reviewers of the test"


def user(name: str, *, reviews: bool = False, superuser: bool = False) -> Any:
    """Somebody who may write pages and treatments; with ``reviews`` a reviewer."""
    users = get_user_model().objects
    found = users.filter(username=name).first()
    if found:
        return found
    if superuser:
        made = users.create_superuser(name, f"{name}@example.com", "pw")
    else:
        made = users.create_user(name, f"{name}@example.com", "pw")
        made.groups.add(writers())
    if reviews:
        made.groups.add(Group.objects.get_or_create(name=GROUP)[0])
    return made


def writers() -> Group:
    group, new = Group.objects.get_or_create(name="Writers of the test")
    if new:
        for verb in ("add", "change", "publish"):
            GroupPagePermission.objects.create(
                group=group,
                page=content.home(),
                permission=Permission.objects.get(codename=f"{verb}_page"),
            )
        rights = [
            "access_admin",
            "change_treatment",
            "publish_treatment",
            "view_clinicalreview",
        ]
        group.permissions.set(Permission.objects.filter(codename__in=rights))
    return group


def reviewer(name: str = "asha", **person: Any) -> Any:
    """A reviewer with an account and a published person of the same name."""
    superuser = person.pop("superuser", False)
    return reviewer_person(user(name, reviews=True, superuser=superuser), **person)


def reviewer_person(account: Any, **person: Any) -> Any:
    """``account`` with a published person, which by itself makes no reviewer."""
    values = {"role": "Radiologist", "credentials": "FRCR", **person}
    known = f"Dr {account.username.title()}"
    Person.objects.update_or_create(name=known, defaults={**values, "account": account})
    return account


def workflow() -> Workflow:
    """The clinical review, for the whole site and for treatments."""
    found, new = Workflow.objects.get_or_create(name="Clinical review")
    if new:
        task = ClinicalReviewTask.objects.create(name="Clinical review")
        task.groups.add(Group.objects.get_or_create(name=GROUP)[0])
        WorkflowTask.objects.create(workflow=found, task=task)
        kind = ContentType.objects.get_for_model(Treatment)
        found.workflow_content_types.create(content_type=kind)
    return found


def written(instance: Any, by: Any) -> Any:
    """``instance`` with what it says saved as a draft of somebody's."""
    instance.save_revision(user=by, log_action=True)
    return instance


def submitted(instance: Any, by: Any) -> Any:
    """A draft of somebody's that waits for a reviewer; gives the state of its task."""
    written(instance, by)
    return workflow().start(instance, by).current_task_state.specific


def checksum(instance: Any) -> str:
    """What the sign-off window of the latest version sends along."""
    return instance_checksum(instance.get_latest_revision_as_object())


def sign_off(instance: Any, by: Any, note: str = "") -> None:
    """What the button does, for somebody who has seen the latest version."""
    state = instance.current_workflow_task_state
    seen = checksum(instance)
    state.task.specific.on_action(state, by, "approve", comment=note, seen=seen)


def signed(instance: Any, by: Any | None = None, author: Any | None = None) -> Any:
    """``instance`` as it is, signed off and public; loaded anew."""
    submitted(instance, author or user("author"))
    sign_off(instance, by or reviewer())
    return type(instance).objects.get(pk=instance.pk)


def at_desk(account: Any) -> Client:
    client = Client()
    client.force_login(account)
    return client


def action_address(instance: Any, action: str = "approve") -> str:
    state = instance.current_workflow_state.current_task_state
    if isinstance(instance, Treatment):
        name = Treatment.snippet_viewset.get_url_name("workflow_action")
    else:
        name = "wagtailadmin_pages:workflow_action"
    return reverse(name, args=[instance.pk, action, state.pk])


def edit_address(instance: Any) -> str:
    if isinstance(instance, Treatment):
        return reverse(
            Treatment.snippet_viewset.get_url_name("edit"), args=[instance.pk]
        )
    return reverse("wagtailadmin_pages:edit", args=[instance.pk])
