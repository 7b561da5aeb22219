from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.contrib.item_catalogue.process.states import ItemState

from .item import Item


class Progress(models.Model):
    """Where an item is in the city process; one without a row is as its assignment begins.

    ``reason`` is why the city returned it. Who did what and when is in the audit log.
    """

    item = models.OneToOneField(
        Item, verbose_name=_("disclosure item"), on_delete=models.CASCADE, related_name="progress"
    )
    state = models.CharField(_("state of the item"), max_length=10, choices=ItemState.choices)
    reason = models.TextField(_("reason of the return"), blank=True)
    changed_at = models.DateTimeField(_("state since"), auto_now=True)

    class Meta:
        verbose_name = _("progress of an item")
        verbose_name_plural = _("progress of items")
        ordering = ["item_id"]
        indexes = [models.Index(fields=["state"], name="gongkai_items_progress_state")]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_state_display()}"
