from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District
from disclosure_pages.importing.enums import BatchKind, RowState
from disclosure_pages.importing.querysets import ImportBatchQuerySet
from disclosure_pages.media.names import storage_name
from disclosure_pages.tree.models import Section

#: Nobody is at work on a batch any more when it was not touched for so long.
GIVEN_UP_AFTER = dt.timedelta(minutes=5)


def import_path(instance: Any, name: str) -> str:
    """Where an uploaded file waits; no address leads there."""
    return storage_name("imports", name)


class ImportBatch(models.Model):
    """One import: files that somebody looks through, or a list of documents with their files.

    ``section`` takes the documents whose row names no place of its own. ``touched_at`` says when the batch was last
    worked on, so that work which was interrupted can be told from work that goes on.
    """

    kind = models.CharField(_("kind"), max_length=8, choices=BatchKind.choices)
    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.CASCADE, related_name="+")
    section = models.ForeignKey(
        Section, verbose_name=_("section"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(_("name"), max_length=200)
    list_hash = models.CharField(max_length=64, blank=True, editable=False)
    archive = models.FileField(_("archive"), upload_to=import_path, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    touched_at = models.DateTimeField(null=True, editable=False)
    finished_at = models.DateTimeField(_("finished at"), null=True, editable=False)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["district", "list_hash"], name="gongkai_import_list")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_at_work(self) -> bool:
        """Whether a process works on it now."""
        return self.touched_at is not None and timezone.now() - self.touched_at < GIVEN_UP_AFTER

    @property
    def is_list(self) -> bool:
        return self.kind == BatchKind.LIST

    def counts(self) -> dict[str, int]:
        """Number of rows in each state, without states that no row is in."""
        found = self.rows.order_by().values_list("state").annotate(number=models.Count("pk"))
        numbers = dict(found)
        return {state: numbers[state] for state in RowState.values if state in numbers}
