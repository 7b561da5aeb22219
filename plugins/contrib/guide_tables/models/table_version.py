from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class TableVersion(models.Model):
    """What a publication made of a table: the day (Asia/Shanghai), and how many rows came, went and changed.

    The rows of former versions are not kept here and shown to nobody: they were cleared for their time.
    """

    table = models.ForeignKey("gongkai_tables.GuideTable", on_delete=models.CASCADE, related_name="versions")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.SET_NULL, null=True, related_name="+")
    published_on = models.DateField(_("published on"))
    total = models.PositiveIntegerField(_("number of rows"))
    added = models.PositiveIntegerField(_("rows that came"))
    changed = models.PositiveIntegerField(_("rows that changed"))
    removed = models.PositiveIntegerField(_("rows that went"))

    class Meta:
        verbose_name = _("version of a table")
        verbose_name_plural = _("versions of a table")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.table_id} {self.published_on}"
