from typing import Any, ClassVar, NoReturn

from django.db import models


class AppendOnlyError(TypeError):
    """Raised when code changes or deletes a record that is kept as proof."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Refuses to update or delete records."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError(self.model.append_only_message)

    def delete(self) -> NoReturn:
        raise AppendOnlyError(self.model.append_only_message)


class AppendOnlyModel(models.Model):
    """A record that can be added, but never changed or deleted."""

    #: The message of the error when code tries to change or delete a record.
    append_only_message: ClassVar[str]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError(self.append_only_message)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError(self.append_only_message)
