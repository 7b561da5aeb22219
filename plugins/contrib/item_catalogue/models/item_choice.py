from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.contrib.item_catalogue.enums import CHOICES, Option

from .item import Item

KINDS = [(column.value, column.label) for column in CHOICES]


class ItemChoice(models.Model):
    """An option of an item: a channel, an audience, a way or a level, ticked or only offered.

    ``label`` is as the catalogue words it and ``option`` what it means; ``note`` stands beside it (其他：村广播).
    """

    item = models.ForeignKey(Item, verbose_name=_("disclosure item"), on_delete=models.CASCADE, related_name="choices")
    kind = models.CharField(_("kind of choice"), max_length=10, choices=KINDS)
    option = models.CharField(_("option"), max_length=20, choices=Option.choices)
    label = models.CharField(_("wording of the option"), max_length=200)
    is_chosen = models.BooleanField(_("ticked"), default=False)
    note = models.CharField(_("note beside the option"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("position in the item"))

    class Meta:
        verbose_name = _("choice of an item")
        verbose_name_plural = _("choices of an item")
        ordering = ["item_id", "position"]
        indexes = [models.Index(fields=["kind", "option", "is_chosen"], name="gongkai_items_choice")]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="gongkai_items_choice_position_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[column.value for column in CHOICES]), name="gongkai_items_choice_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}：{self.note}" if self.note else self.label
