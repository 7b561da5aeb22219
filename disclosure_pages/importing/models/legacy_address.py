from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District
from disclosure_pages.tree.models import DisclosurePage


class LegacyAddress(models.Model):
    """An address that content had on an old portal; it leads to the content while that is public.

    ``host`` is blank when only the path was given. ``key`` is the host-less address in one spelling: path without
    escapes and without a slash at its end, parameters in order.
    """

    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.CASCADE, related_name="+")
    host = models.CharField(_("host"), max_length=120, blank=True)
    key = models.CharField(_("path and parameters"), max_length=500)
    page = models.ForeignKey(
        DisclosurePage, verbose_name=_("content"), on_delete=models.CASCADE, related_name="legacy_addresses"
    )

    class Meta:
        verbose_name = _("address on an old portal")
        verbose_name_plural = _("addresses on old portals")
        ordering = ["host", "key"]
        constraints = [models.UniqueConstraint(fields=["district", "host", "key"], name="gongkai_legacy_address_once")]
        indexes = [models.Index(fields=["key"], name="gongkai_legacy_address_key")]

    def __str__(self) -> str:
        return f"{self.host}{self.key}"
