from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .item import Item


class ItemAct(models.Model):
    """An act (《…》) that an item's basis names, read from its text: several may stand in one cell."""

    item = models.ForeignKey(Item, verbose_name=_("disclosure item"), on_delete=models.CASCADE, related_name="acts")
    position = models.PositiveSmallIntegerField(_("position in the basis"))
    title = models.CharField(_("title of the act"), max_length=300)
    detail = models.CharField(
        _("number and provision"), max_length=500, blank=True, help_text=_("What stands behind its title.")
    )

    class Meta:
        verbose_name = _("act in a basis")
        verbose_name_plural = _("acts in a basis")
        ordering = ["item_id", "position"]
        constraints = [models.UniqueConstraint(fields=["item", "position"], name="gongkai_items_act_position_once")]

    def __str__(self) -> str:
        return f"《{self.title}》{self.detail}"
