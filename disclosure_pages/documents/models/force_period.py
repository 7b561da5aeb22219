from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.tenancy.models import District
from disclosure_pages.documents.force.enums import LegalForce

from .legal_record import LegalRecord
from .relation import DocumentRelation

#: Stand for “since ever” and “without end”, so that a day is found by two plain comparisons.
FIRST_DAY = dt.date.min
LAST_DAY = dt.date.max


PUBLIC = models.Q(is_public=True)
# In force before it was issued: few are, and what is asked of a day in the past has to know them.
RETROACTIVE = models.Q(is_public=True, is_in_force=True, starts_on__lt=models.F("issued_on"))
# SQLite looks at the flag even where the index is limited to it; as a last column it keeps the index covering.
NEWEST_FIRST = ["-issued_on", "-record", "starts_on", "ends_on", "force", "is_public"]
# An index for each list of the library: of a district, of one force in it, and of the city.
LIST_INDEXES: dict[str, list[str]] = {
    "gongkai_library_district": ["district", *NEWEST_FIRST],
    "gongkai_library_force": ["district", "force", *(name for name in NEWEST_FIRST if name != "force")],
    "gongkai_library_city": [*NEWEST_FIRST, "district"],
}


class ForcePeriod(models.Model):
    """From when to when (both inclusive) a document has one legal force, and because of what.

    Derived from ``LegalRecord`` and ``DocumentRelation`` whenever these change, never edited. It repeats what lists
    select and sort by, so that “in force on day D” is one indexed query.
    """

    record = models.ForeignKey(
        LegalRecord, verbose_name=_("document"), on_delete=models.CASCADE, related_name="force_periods"
    )
    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.CASCADE, related_name="+")
    force = models.CharField(_("legal force"), max_length=24, choices=LegalForce.choices)
    is_in_force = models.BooleanField(_("in force"))
    is_public = models.BooleanField(_("public"))
    issued_on = models.DateField(pgettext_lazy("of a document", "issued on"), null=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    cause_kind = models.CharField(max_length=16)
    cause = models.ForeignKey(
        DocumentRelation, verbose_name=_("because of"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    cause_day = models.DateField(null=True)

    class Meta:
        verbose_name = _("period of legal force")
        verbose_name_plural = _("periods of legal force")
        ordering = ["record", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["record", "starts_on"], name="gongkai_one_force_from_a_day"),
            models.CheckConstraint(condition=models.Q(starts_on__lte=models.F("ends_on")), name="gongkai_force_days"),
        ]
        indexes = [
            *(models.Index(fields=names, condition=PUBLIC, name=index) for index, names in LIST_INDEXES.items()),
            models.Index(fields=["district", "-starts_on"], condition=PUBLIC, name="gongkai_force_changes"),
            models.Index(fields=["-issued_on"], condition=RETROACTIVE, name="gongkai_force_retroactive"),
        ]

    def __str__(self) -> str:
        return f"{self.record.short_name} {self.get_force_display()} {self.starts_on}–{self.ends_on}"
