from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.contrib.item_catalogue.enums import ELEMENTS

from .item import Item

FIXED = [(column.value, column.label) for column in ELEMENTS]


class CommonElement(models.Model):
    """A column of an item that the city fixes for all its districts (共性要素); every other is individual (个性要素).

    On a city's item it is the city's choice; on a district's item it says that the value is the city's.
    """

    item = models.ForeignKey(
        Item, verbose_name=_("disclosure item"), on_delete=models.CASCADE, related_name="common_elements"
    )
    column = models.CharField(_("fixed column"), max_length=10, choices=FIXED)

    class Meta:
        verbose_name = _("common element")
        verbose_name_plural = _("common elements")
        ordering = ["item_id", "column"]
        constraints = [
            models.UniqueConstraint(fields=["item", "column"], name="gongkai_items_common_once"),
            models.CheckConstraint(
                condition=models.Q(column__in=[column.value for column in ELEMENTS]), name="gongkai_items_common_column"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_column_display()}"
