from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.enums import FileKind
from plugins.contrib.requests.protection.encryption import EncryptedTextField
from plugins.contrib.requests.protection.files import private_name, private_storage

from .case import Case


class CaseFile(models.Model):
    """A file of a case, encrypted in a private place; it is never below the public media. Sizes are bytes."""

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(_("kind"), max_length=20, choices=FileKind.choices)
    name = EncryptedTextField(_("name of the file"))
    file = models.FileField(_("file"), storage=private_storage, upload_to=private_name, max_length=200)
    size = models.PositiveBigIntegerField(_("size"))
    content_type = models.CharField(_("type"), max_length=120)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("of a case", "by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("added at"), auto_now_add=True)

    class Meta:
        verbose_name = _("file of a case")
        verbose_name_plural = _("files of cases")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.case} · {self.get_kind_display()}"
