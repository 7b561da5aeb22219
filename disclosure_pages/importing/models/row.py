from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.importing.enums import RowState
from disclosure_pages.importing.querysets import ImportRowQuerySet

from .batch import ImportBatch, import_path


class ImportRow(models.Model):
    """One document of an import, with what is known of it and what became of it.

    ``number`` is the row that its author sees in the list, or the place among uploaded files. ``cells`` are the texts
    of the list by key of their column, ``recognised`` is what the file itself says. ``problems`` are dictionaries with
    column, code, message and remedy. ``fingerprint`` stands for file, number and title: one that has its page is never
    imported again.
    """

    batch = models.ForeignKey(ImportBatch, verbose_name=_("import"), on_delete=models.CASCADE, related_name="rows")
    district = models.ForeignKey(District, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(_("row"))
    state = models.CharField(_("state"), max_length=10, choices=RowState.choices, default=RowState.WAITING)
    title = models.CharField(_("title"), max_length=255, blank=True)
    file_name = models.CharField(_("file"), max_length=255, blank=True)
    file = models.FileField(upload_to=import_path, blank=True)
    file_hash = models.CharField(max_length=64, blank=True)
    cells = models.JSONField(default=dict)
    recognised = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    fingerprint = models.CharField(max_length=64, blank=True)
    page = models.ForeignKey(
        PolicyDocument, verbose_name=_("document"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("document to import")
        verbose_name_plural = _("documents to import")
        ordering = ["batch", "number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="gongkai_import_row_once"),
            models.UniqueConstraint(
                fields=["district", "fingerprint"],
                condition=models.Q(page__isnull=False),
                name="gongkai_document_imported_once",
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "state", "number"], name="gongkai_import_row_state"),
            models.Index(
                fields=["district", "file_hash"],
                condition=models.Q(page__isnull=False),
                name="gongkai_imported_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title or self.file_name}"

    @property
    def problem_words(self) -> list[str]:
        """Message and remedy of each problem, as one sentence after the other."""
        return [f"{problem['message']} {problem['remedy']}" for problem in self.problems]

    def recognised_field(self, name: str) -> dict[str, Any]:
        """What the file says of one field; empty when it was not read."""
        return next((item for item in self.recognised if item["field"] == name), {})

    @property
    def is_waiting(self) -> bool:
        return self.state == RowState.WAITING
