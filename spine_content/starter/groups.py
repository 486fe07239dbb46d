"""
The groups that a clinic works with, and the permissions of each.

Permissions are only ever added: whatever else somebody gave a group stays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import swapper
from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Site,
)

from spine_content.clinic.snippets import ClinicSnippet


@dataclass(frozen=True)
class Role:
    """A group, and its permissions on pages, snippets, files and other records."""

    name: str
    pages: tuple[str, ...]
    snippets: tuple[str, ...]
    files: tuple[str, ...] = ()
    #: By name of the model. One that is not installed is left out.
    records: dict[str, tuple[str, ...]] = field(default_factory=dict)


AUTHORS = Role(
    "Clinic authors",
    pages=("add", "change"),
    snippets=("view", "add", "change"),
    files=("add", "change", "choose"),
    records={"ClinicalReview": ("view",)},
)
REVIEWERS = Role(
    "Clinical reviewers",
    pages=("change", "publish"),
    snippets=("view", "change", "publish"),
    files=("choose",),
    records={"ClinicalReview": ("view",)},
)
OFFICERS = Role(
    "Consent officers",
    # Whoever attaches a consent to a story has to open its form.
    pages=("change",),
    snippets=("view",),
    files=("choose",),
    records={
        "Consent": ("view", "add", "change", "withdraw"),
        "ConsentEvent": ("view",),
        "ConsentFormVersion": ("view", "add", "change"),
        "ErasureCertificate": ("view",),
    },
)
ROLES = (AUTHORS, REVIEWERS, OFFICERS)


@transaction.atomic
def setup_groups(below: Iterable[Any] | None = None) -> list[str]:
    """
    Make the groups, with permissions on the pages ``below`` (those of every site).

    Returns a line for everything that was not there before.
    """
    pages = list(site_roots() if below is None else below)
    return [line for role in ROLES for line in _setup(role, pages)]


def site_roots() -> list[Any]:
    page_model = swapper.load_model("wagtailcore", "Page")
    roots = Site.objects.values("root_page")
    return list(page_model.objects.filter(pk__in=roots).order_by("path"))


def _setup(role: Role, pages: list[Any]) -> Iterator[str]:
    group, new = Group.objects.get_or_create(name=role.name)
    if new:
        yield f"{role.name}: made the group."
    owned = set(group.permissions.values_list("pk", flat=True))
    for permission in _model_permissions(role):
        if permission.pk not in owned:
            group.permissions.add(permission)
            yield f"{role.name}: {permission.name[:1].lower()}{permission.name[1:]}."
    yield from _add_page_permissions(group, role, pages)
    yield from _add_file_permissions(group, role)


def _model_permissions(role: Role) -> Iterator[Permission]:
    yield from Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    for model in apps.get_app_config("spine_content").get_models():
        is_snippet = issubclass(model, ClinicSnippet)
        verbs = role.snippets if is_snippet else role.records.get(model.__name__, ())
        if verbs:
            yield from _permissions(model, verbs)


def _permissions(model: Any, verbs: Iterable[str]) -> Iterator[Permission]:
    kind = ContentType.objects.get_for_model(model)
    names = [get_permission_codename(verb, model._meta) for verb in verbs]
    yield from Permission.objects.filter(content_type=kind, codename__in=names)


def _add_page_permissions(group: Group, role: Role, pages: list[Any]) -> Iterator[str]:
    page_model = swapper.load_model("wagtailcore", "Page")
    for page in pages:
        for permission in _permissions(page_model, role.pages):
            _permission, new = GroupPagePermission.objects.get_or_create(
                group=group, page=page, permission=permission
            )
            if new:
                verb = permission.codename.partition("_")[0]
                title = page.get_admin_display_title()
                yield f"{role.name}: can {verb} pages below “{title}”."


def _add_file_permissions(group: Group, role: Role) -> Iterator[str]:
    root = Collection.get_first_root_node()
    for model in (get_image_model(), get_document_model()):
        for permission in _permissions(model, role.files) if root else ():
            _permission, new = GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission
            )
            if new:
                verb = permission.codename.partition("_")[0]
                kind = model._meta.verbose_name_plural
                yield f"{role.name}: can {verb} {kind}."
