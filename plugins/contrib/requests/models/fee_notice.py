from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.fees import Fee, FeeBasis, fee_by_items, fee_by_pages

from .case import Case


class FeeNotice(models.Model):
    """A fee that was asked for (国办函〔2020〕109号), by item or by volume. Amounts are whole yuan.

    ``quantity`` are items or pages; ``before`` are items of the same applicant earlier in the month. ``total`` is kept
    as it was asked for.
    """

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="fee_notices")
    basis = models.CharField(_("basis of the fee"), max_length=10, choices=FeeBasis.choices)
    quantity = models.PositiveIntegerField(_("items or pages"))
    before = models.PositiveIntegerField(_("items earlier in the month"), default=0)
    total = models.PositiveIntegerField(_("fee in yuan"))
    asked_on = models.DateField(_("fee asked for on"))
    pay_by = models.DateField(_("to be paid by"))
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("of a case", "by"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("fee notice")
        verbose_name_plural = _("fee notices")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(paid_on=None), name="gongkai_fee_one_open"),
            models.CheckConstraint(
                condition=Q(basis=FeeBasis.ITEMS) | Q(before=0), name="gongkai_fee_before_by_item_only"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} · {self.total}"

    @property
    def fee(self) -> Fee:
        """How it comes about."""
        if self.basis == FeeBasis.ITEMS:
            return fee_by_items(items=self.quantity, before=self.before)
        return fee_by_pages(pages=self.quantity)
