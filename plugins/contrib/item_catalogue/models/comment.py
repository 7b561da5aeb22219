from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .item import Item


class Comment(models.Model):
    """What somebody of the district or of the city says about an item; both read it."""

    item = models.ForeignKey(Item, verbose_name=_("disclosure item"), on_delete=models.CASCADE, related_name="comments")
    text = models.TextField(_("comment"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("written by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("written at"), auto_now_add=True)

    class Meta:
        verbose_name = _("comment on an item")
        verbose_name_plural = _("comments on items")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
