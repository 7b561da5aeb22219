from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Footprint(models.Model):
    """What a plug-in keeps in the database, noted after each migration: known still when its package is gone."""

    plugin = models.CharField(_("name"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=200)
    label = models.CharField(_("label of its app"), max_length=100)
    tables = models.JSONField(_("tables"), default=list)

    class Meta:
        verbose_name = _("footprint of a plug-in")
        verbose_name_plural = _("footprints of plug-ins")
        ordering = ["plugin"]

    def __str__(self) -> str:
        return self.title
