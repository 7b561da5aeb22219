from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District


class Delivery(models.Model):
    """A publication that a channel has not taken yet. The row goes when it has, or when the content is not public."""

    plugin = models.CharField(_("name"), max_length=60)
    channel = models.CharField(_("channel"), max_length=60)
    page_id = models.PositiveBigIntegerField(_("content"))
    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.CASCADE, related_name="+")
    is_new = models.BooleanField(_("published for the first time"))
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("tried again at"))
    error = models.CharField(_("error"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("delivery to a channel")
        verbose_name_plural = _("deliveries to channels")
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plugin", "channel", "page_id"], name="gongkai_plugin_delivery_once")
        ]

    def __str__(self) -> str:
        return f"{self.plugin}: {self.channel}, {self.page_id}"
