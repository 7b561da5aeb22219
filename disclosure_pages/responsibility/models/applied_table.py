from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District
from disclosure_pages.responsibility.querysets import AppliedTableQuerySet
from disclosure_pages.responsibility.table import ParsedColumn, PathKey


class AppliedTable(models.Model):
    """A version of a district's table, kept with its file, day and person. Versions are never changed or deleted.

    The file is kept in the row: it commits with the rights that it made, and no public storage ever holds it.
    ``columns`` is a list of :meth:`ParsedColumn.as_json` with ``column_id`` and ``sections`` (unit code → page key)
    added, so that a later look can tell a renamed or moved column from a new one. ``applied_on`` is a day in
    Asia/Shanghai.
    """

    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="applied_tables"
    )
    number = models.PositiveIntegerField(_("version"))
    file_name = models.CharField(_("file name"), max_length=255)
    content = models.BinaryField(_("file"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    applied_on = models.DateField(_("applied on"))
    applied_at = models.DateTimeField(_("applied at"))
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("applied by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    rows = models.PositiveIntegerField(_("rows"))
    columns = models.JSONField(_("columns"))
    summary = models.JSONField(_("changes"))

    objects: ClassVar[Any] = AppliedTableQuerySet.as_manager()

    class Meta:
        verbose_name = _("applied table")
        verbose_name_plural = _("applied tables")
        ordering = ["district", "-number"]
        constraints = [models.UniqueConstraint(fields=["district", "number"], name="gongkai_table_version_once")]

    def __str__(self) -> str:
        return f"{self.district} {self.number}"

    def parsed_columns(self) -> list[ParsedColumn]:
        """The columns of the table as they were read."""
        return [ParsedColumn.from_json(row) for row in self.columns]

    def column_ids(self) -> dict[PathKey, uuid.UUID]:
        """Identity of each column of this version, by its titles."""
        ids = (uuid.UUID(row["column_id"]) for row in self.columns)
        return dict(zip((column.key for column in self.parsed_columns()), ids, strict=True))

    def section_pages(self) -> dict[tuple[uuid.UUID, str], int]:
        """Page key of each section of this version, by column and unit code."""
        return {
            (uuid.UUID(row["column_id"]), unit): page for row in self.columns for unit, page in row["sections"].items()
        }
