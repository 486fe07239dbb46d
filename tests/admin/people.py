"""Users with and without rights, and what the admin answers them."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission

from tests import content

#: What each may do with the model of a register; all but the first reach the admin.
RIGHTS: dict[str, tuple[str, ...] | None] = {
    "anonymous": None,
    "stranger": (),
    "viewer": ("view",),
    "officer": ("view", "add", "change"),
    "superuser": (),
}


def person(name: str, model: str = "consent") -> Any:
    users = get_user_model().objects
    if name == "superuser":
        return users.create_superuser(name, f"{name}@example.com", "pw")
    user = users.create_user(name, f"{name}@example.com", "pw")
    codenames = [f"{right}_{model}" for right in RIGHTS[name] or ()]
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["access_admin", *codenames])
    )
    return user


def browser(name: str, model: str = "consent") -> Client:
    client = Client()
    if RIGHTS[name] is not None:
        client.force_login(person(name, model))
    return client


def may_edit_pages(user: Any) -> None:
    group = Group.objects.create(name="Writers")
    for verb in ("add", "change"):
        GroupPagePermission.objects.create(
            group=group,
            page=content.home(),
            permission=Permission.objects.get(codename=f"{verb}_page"),
        )
    user.groups.add(group)


def answer(client: Client, address: str) -> str:
    """``ok``, ``login``, ``refused``, or the status where it is another."""
    response = client.get(address)
    if response.status_code == 302:
        return {"/admin/": "refused"}.get(response.url, response.url.split("/")[2])
    return "ok" if response.status_code == 200 else str(response.status_code)
