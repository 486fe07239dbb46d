from typing import Any, ClassVar, NoReturn

from django.db import models


class AppendOnly(TypeError):
    """Somebody tried to change or delete what is kept as proof."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Reads and adds records. None is ever changed or deleted."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly(self.model.kept)

    def delete(self) -> NoReturn:
        raise AppendOnly(self.model.kept)


class AppendOnlyModel(models.Model):
    """A record that is added and then kept as it is."""

    #: What somebody is told who tries to change one.
    kept: ClassVar[str]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(self.kept)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly(self.kept)
