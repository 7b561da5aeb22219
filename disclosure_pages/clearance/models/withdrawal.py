from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.tenancy.models import Unit
from disclosure_pages.clearance.enums import WithdrawalKind
from disclosure_pages.tree.models import DisclosurePage


class Withdrawal(models.Model):
    """Content that left the public side: what, why, by whom. The text itself stays in the admin only."""

    page = models.ForeignKey(DisclosurePage, null=True, on_delete=models.SET_NULL, related_name="withdrawals")
    page_title = models.CharField(_("title"), max_length=255)
    url_path = models.CharField(pgettext_lazy("of a web page", "address"), max_length=700)
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=20, choices=WithdrawalKind.choices)
    reason = models.TextField(_("reason shown to the public"))
    note = models.TextField(_("internal note"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.page_title} · {self.get_kind_display()}"
