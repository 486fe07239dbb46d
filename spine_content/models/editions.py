import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from spine_content import conf

#: How many of the last changes are remembered, roughly: one more makes all the
#: difference, whichever it is.
REMEMBERED = 50


def new_token() -> str:
    return secrets.token_hex(8)


class Edition(models.Model):
    """
    A row for each change to what pages show: a finished page belongs to one edition.

    Rows are only added: two editors who save at the same time never wait for each
    other, and what is not committed, or was rolled back, is no edition.
    """

    token = models.CharField(_("token"), max_length=16, default=new_token)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return self.token

    @classmethod
    def begin(cls) -> None:
        """Something that pages may show has changed."""
        if conf.keeps_finished_pages():
            cls.objects.create()

    @classmethod
    def current(cls) -> str:
        """A text that differs after every change. One query."""
        rows = list(cls.objects.order_by("pk").values_list("pk", "token"))
        if len(rows) > 2 * REMEMBERED:
            cls.objects.filter(pk__lte=rows[-REMEMBERED][0]).delete()
            return cls.current()
        return "".join(token for _pk, token in rows)
