from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.protection.encryption import EncryptedTextField

from .case import Case


class DataAccess(models.Model):
    """Somebody looked at personal data of a case, or took it away. Never changed; it names what, never its content."""

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="accesses")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    what = models.CharField(_("what was seen"), max_length=120)
    purpose = EncryptedTextField(pgettext_lazy("of a case", "purpose"), blank=True)
    at = models.DateTimeField(_("seen at"), auto_now_add=True)

    class Meta:
        verbose_name = _("access to personal data")
        verbose_name_plural = _("accesses to personal data")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.case} · {self.what}"
