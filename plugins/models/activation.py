from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District


class ActivationQuerySet(models.QuerySet["Activation"]):
    """Activations by where they hold."""

    def on(self) -> ActivationQuerySet:
        """Those that are switched on."""
        return self.filter(is_on=True)

    def holding_in(self, district: int | None) -> ActivationQuerySet:
        """Those of the installation and, if one is given, of the district with that key."""
        return self.filter(Q(district=None) | Q(district=district)) if district else self.filter(district=None)


class Activation(models.Model):
    """Whether a plug-in is on: for the whole installation (no district), or for one district.

    The row outlives the plug-in: ``plugin`` is its name and ``title`` what it was called when it was switched last, so
    that lists can show it when it is gone, and what it kept is there when it comes back.
    """

    plugin = models.CharField(_("name"), max_length=60)
    title = models.CharField(_("title"), max_length=200)
    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    is_on = models.BooleanField(_("switched on"), default=True)
    guards = models.BooleanField(
        _("checks what is published"),
        default=False,
        help_text=_("When it was switched on; if its plug-in breaks or goes, nothing is published until it is off."),
    )
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ActivationQuerySet.as_manager()

    class Meta:
        verbose_name = _("activation of a plug-in")
        verbose_name_plural = _("activations of plug-ins")
        ordering = ["plugin", "district"]
        constraints = [
            models.UniqueConstraint(fields=["plugin", "district"], name="gongkai_plugin_once_per_district"),
            models.UniqueConstraint(
                fields=["plugin"], condition=Q(district=None), name="gongkai_plugin_once_per_installation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.district or _('whole installation')})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title = self.title or self.plugin
        super().save(*args, **kwargs)
