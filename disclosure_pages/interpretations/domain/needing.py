"""Which documents need an interpretation, which of them lack one, and until when there is time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from cms.calendar.domain.working_days import WorkingCalendar, working_calendar
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.models import (
    InterpretationDays,
    InterpretationWaiver,
    InterpretedDocument,
    Pairing,
)


def needs_interpretation(document: PolicyDocument, *, days: InterpretationDays) -> bool:
    """Whether this version of ``document``, in memory, is of a kind and an age that ask for an interpretation."""
    if document.kind is None or not document.kind.needs_interpretation:
        return False
    return days.since is None or document.formed_on is None or document.formed_on >= days.since


def is_answered(document: PolicyDocument) -> bool:
    """Whether ``document`` is interpreted, by its own unit's draft or in public, or has a waiver."""
    if document.pk is None:
        return False
    waivers = InterpretationWaiver.objects.in_effect().filter(document=document.pk)
    return waivers.exists() or Pairing.objects.answering_for(document).exists()


def unpaired_documents(*, days: InterpretationDays) -> QuerySet[Any]:
    """Public documents that need an interpretation and have neither a public one nor a waiver, the oldest first."""
    public = InterpretedDocument.objects.filter(document=OuterRef("pk"), page__live=True, page__is_public=True)
    waived = InterpretationWaiver.objects.in_effect().filter(document=OuterRef("pk"))
    documents = PolicyDocument.objects.public().filter(
        ~Exists(public), ~Exists(waived), kind__needs_interpretation=True
    )
    if days.since is not None:
        documents = documents.filter(Q(formed_on=None) | Q(formed_on__gte=days.since))
    return documents.select_related("unit", "district", "kind").order_by("published_on", "pk")


class Clock:
    """The working days after publication within which a document is interpreted, with one look at the calendar."""

    def __init__(self, *, days: InterpretationDays, today: dt.date, calendar: WorkingCalendar | None = None) -> None:
        self.days, self.today = days, today
        self.calendar = calendar or working_calendar()

    def due_on(self, published_on: dt.date) -> dt.date:
        """The last day on which the interpretation is in time."""
        return self.calendar.after(published_on, self.days.working_days)

    def is_provisional(self, published_on: dt.date) -> bool:
        """Whether the last day lies in a year of which no holidays are known."""
        return self.calendar.is_provisional(self.due_on(published_on))

    def overdue_by(self, published_on: dt.date) -> int:
        """Working days since the last day in time; nought when it is not over."""
        return self.calendar.count_between(self.due_on(published_on), self.today)

    @property
    def earliest_in_time(self) -> dt.date:
        """Documents published before this day are overdue today."""
        return self.calendar.earliest_in_time(on=self.today, count=self.days.working_days)
