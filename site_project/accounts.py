"""Who may sign in to the demo, and what each of them may do."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from site_project.secret_files import write_secret
from spine_content.starter.groups import setup_groups

PASSWORDS: Path = settings.ROOT / ".demo-passwords"
PEOPLE = {
    "admin": None,
    "editor": "Editors",
    "author": "Clinic authors",
    "reviewer": "Clinical reviewers",
    "officer": "Consent officers",
}

CONSENTS = Q(content_type__model__startswith="consent") | Q(
    content_type__model__in=["erasurecertificate", "hiddenpicture"]
)
# A sign-off is recorded by the workflow, never typed.
REVIEWS = Q(content_type__model__startswith="clinicalreview")
# What was imported is on record, also what others imported.
IMPORTS = Q(content_type__model__startswith="import")


def make_groups() -> None:
    """Create the groups; a permission somebody added to one stays."""
    editors = make_group("Editors", plugin_may("add", "change", "publish", "view"))
    allow_pages(editors, "add", "change", "publish")
    allow_images(editors, "add", "change", "choose")

    setup_groups()


def make_people() -> dict[str, str]:
    """Create the accounts and give each its kept password, or a new one."""
    passwords = read_passwords()
    if passwords.keys() != PEOPLE.keys():
        passwords = {name: secrets.token_urlsafe(9) for name in PEOPLE}
        write_secret(PASSWORDS, "\n".join(map(" ".join, passwords.items())))
    for name, group in PEOPLE.items():
        make_person(name, group, passwords[name])
    return passwords


def read_passwords() -> dict[str, str]:
    try:
        lines = PASSWORDS.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    return dict(line.split(maxsplit=1) for line in lines if " " in line)


def account(name: str, is_superuser: bool = False) -> Any:
    """The account of that name; nobody can sign in with a new one, or write to it."""
    user, is_new = get_user_model().objects.get_or_create(
        username=name, defaults={"is_superuser": is_superuser}
    )
    if is_new:
        user.set_unusable_password()
        user.save()
    return user


def make_person(name: str, group: str | None, password: str) -> None:
    user = account(name, is_superuser=group is None)
    if not user.check_password(password):
        user.set_password(password)
        user.email = f"{name}@example.org"
        user.save()
    if group:
        user.groups.add(Group.objects.get(name=group))


def make_group(name: str, permissions: QuerySet[Permission]) -> Group:
    group, _ = Group.objects.get_or_create(name=name)
    sign_in = Permission.objects.get(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    group.permissions.add(sign_in, *permissions)
    return group


def plugin_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="spine_content")


def plugin_may(*verbs: str) -> QuerySet[Permission]:
    """These verbs on all the plugin's tables, but for the registers."""
    of_verbs = Q()
    for verb in verbs:
        of_verbs |= Q(codename__startswith=f"{verb}_")
    return plugin_permissions().filter(of_verbs).exclude(CONSENTS | REVIEWS | IMPORTS)


def allow_pages(group: Group, *verbs: str) -> None:
    root = Page.get_first_root_node()
    for verb in verbs:
        GroupPagePermission.objects.get_or_create(
            group=group, page=root, permission=core_permission(f"{verb}_page")
        )


def allow_images(group: Group, *verbs: str) -> None:
    root = Collection.get_first_root_node()
    for verb in verbs:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=core_permission(f"{verb}_image")
        )


def core_permission(codename: str) -> Permission:
    apps = ["wagtailcore", "wagtailimages"]
    return Permission.objects.get(content_type__app_label__in=apps, codename=codename)
