from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plugins.contrib.item_catalogue.enums import TEXTS
from plugins.contrib.item_catalogue.process.states import Answer

from .item import Item


class Suggestion(models.Model):
    """A wording that the city suggests for one column of an item; the district takes it over or declines."""

    item = models.ForeignKey(
        Item, verbose_name=_("disclosure item"), on_delete=models.CASCADE, related_name="suggestions"
    )
    column = models.CharField(_("column of the item"), max_length=10, choices=[(one.value, one.label) for one in TEXTS])
    before = models.TextField(_("wording before"), blank=True)
    text = models.TextField(_("suggested wording"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("suggested by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("suggested at"), auto_now=True)
    answer = models.CharField(_("answer of the district"), max_length=10, choices=Answer.choices, default=Answer.OPEN)

    class Meta:
        verbose_name = _("suggested wording")
        verbose_name_plural = _("suggested wordings")
        ordering = ["item_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "column"], condition=Q(answer=Answer.OPEN), name="gongkai_items_one_open_suggestion"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_column_display()}"
