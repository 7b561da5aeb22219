from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosure_pages.documents.numbers.columns import columns_of
from disclosure_pages.documents.numbers.document_number import parse_document_number


class NumberFields(models.Model):
    """A document number as it is printed, and what follows from it: a key for comparison and parts to sort by."""

    number = models.CharField(
        _("document number"),
        max_length=100,
        blank=True,
        help_text=_("As it is printed, for example 芙政办发〔2026〕5号; blank if it has none."),
    )
    number_key = models.CharField(max_length=100, blank=True, editable=False, db_index=True)
    number_agency = models.CharField(max_length=60, blank=True, editable=False)
    number_year = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    number_serial = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def work_out_number(self) -> None:
        """Bring the number to its printed form and set what follows from it; text that is no number stays as it is."""
        parsed = parse_document_number(self.number)
        if parsed is not None:
            self.number = str(parsed)
        for name, value in columns_of(self.number)._asdict().items():
            setattr(self, name, value)
