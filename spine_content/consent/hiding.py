"""
Pictures of patients whose consent has expired leave the public media folder.

Cut short anywhere, the same call completes: the row comes before the move that it tells
of, and goes after the move back.
"""

import uuid
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models.signals import post_delete

from spine_content.consent.private import (
    delete_private,
    holder_of,
    private_storage,
)
from spine_content.consent.storing import delete_file, delete_renditions
from spine_content.models import HiddenPicture


def watch() -> None:
    """Listen for pictures that are deleted while they are hidden."""
    uid = "spine_content.delete_hidden_picture"
    post_delete.connect(_deleted, sender=HiddenPicture, dispatch_uid=uid)


def _deleted(sender: Any, instance: HiddenPicture, **kwargs: Any) -> None:
    name = instance.private_name
    transaction.on_commit(lambda: delete_private(name))


def hide(image: Any) -> bool:
    """Take a picture out of public view; gives whether there was anything to hide."""
    public, private = image.file.storage, private_storage()
    hidden, _made = HiddenPicture.objects.get_or_create(
        image=image, defaults={"private_name": f"{uuid.uuid4().hex}/{uuid.uuid4().hex}"}
    )
    delete_renditions(image)
    if not public.exists(image.file.name):
        return False
    # A copy from an attempt that was cut short may not be whole.
    delete_private(hidden.private_name)
    hidden.private_name = _copy(public, image.file.name, private, hidden.private_name)
    hidden.save()
    delete_file(image.file)
    return True


def restore(image: Any) -> bool:
    """Bring a hidden picture back under the name that it had."""
    hidden = HiddenPicture.objects.filter(image=image).first()
    if hidden is None:
        return False
    private, public = holder_of(hidden.private_name), image.file.storage
    if private is not None:
        public.delete(image.file.name)
        name = _copy(private, hidden.private_name, public, image.file.name)
        type(image)._base_manager.filter(pk=image.pk).update(file=name)
        private.delete(hidden.private_name)
    hidden.delete()
    return True


def _copy(source: Any, name: str, target: Any, new_name: str) -> str:
    with source.open(name) as stored:
        return str(target.save(new_name, File(stored)))
