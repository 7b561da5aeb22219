"""What the law says about one document: its periods of force, the acts behind them, and the sentence for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils import timezone
from django.utils.translation import gettext as _

from disclosure_pages.documents.domain.facts import present_facts
from disclosure_pages.documents.force.computing import force_on, force_periods
from disclosure_pages.documents.force.enums import FORCES_IN_FORCE, LegalForce
from disclosure_pages.documents.force.facts import Cause, DocumentFacts, Period
from disclosure_pages.documents.force.sentences import Act, reason
from disclosure_pages.documents.models import FIRST_DAY, LAST_DAY, ForcePeriod, LegalRecord, PolicyDocument
from disclosure_pages.public.links import Links

from .drafted import read_drafted
from .related import Related, read_related

NEW = 0  # stands for a document that has no record yet


@dataclass(frozen=True)
class Statement:
    """One period in words: the force, from when to when, why; ``related`` is the act behind it, if it is one."""

    period: Period
    label: str
    sentence: str
    related: Related | None = None
    is_current: bool = False

    @property
    def force(self) -> str:
        """The force, as a value."""
        return self.period.force

    @property
    def is_in_force(self) -> bool:
        """Whether the document binds, whole or in part."""
        return self.period.force in FORCES_IN_FORCE

    @property
    def days(self) -> str:
        """From when to when, in words."""
        days = {"start": _iso(self.period.starts_on), "end": _iso(self.period.ends_on)}
        if days["start"] and days["end"]:
            return _("%(start)s to %(end)s") % days
        if days["start"]:
            return _("from %(start)s") % days
        return _("until %(end)s") % days if days["end"] else ""


@dataclass(frozen=True)
class Law:
    """Everything about the force of one document, as known today unless built otherwise."""

    periods: list[Period]
    today: dt.date
    related: list[Related] = field(default_factory=list)
    acts: Mapping[int, Related] | None = None

    def statement(self, period: Period) -> Statement:
        """``period`` in words."""
        related = self._act_behind(period)
        sentence = reason(period, _in_words(related) if related else None, today=self.today)
        label = str(LegalForce(period.force).label)
        return Statement(period, label, sentence, related, is_current=period.holds(self.today))

    def on(self, day: dt.date) -> Statement:
        """The force on ``day``."""
        return self.statement(force_on(self.periods, day))

    @property
    def current(self) -> Statement:
        """The force of today."""
        return self.on(self.today)

    @property
    def upcoming(self) -> Statement | None:
        """What the force changes to next, as far as it is known."""
        ahead = (period for period in self.periods if period.starts_on and period.starts_on > self.today)
        period = next(ahead, None)
        return self.statement(period) if period else None

    @property
    def statements(self) -> list[Statement]:
        """Every period, oldest first."""
        return [self.statement(period) for period in self.periods]

    def _act_behind(self, period: Period) -> Related | None:
        if period.cause.relation is None:
            return None
        known = self.acts if self.acts is not None else {row.key: row for row in self.related if not row.is_outgoing}
        return known.get(period.cause.relation)


def law_of(record: LegalRecord | None, page: PolicyDocument, *, links: Links, is_preview: bool = False) -> Law:
    """The law about a document: from the table of periods, or worked out from a draft that is being previewed."""
    today = timezone.localdate()
    related = read_related(record.pk, links=links) if record is not None else []
    if record is None or is_preview:
        incoming = [row for row in related if not row.is_outgoing]
        return Law(_periods_of_draft(record, page), today, [*incoming, *read_drafted(page, links=links)])
    rows = ForcePeriod.objects.filter(record=record).order_by("starts_on")
    return Law([_period(row) for row in rows] or _periods_of_draft(record, page), today, related)


def _period(row: ForcePeriod) -> Period:
    return Period(
        force=row.force,
        starts_on=None if row.starts_on == FIRST_DAY else row.starts_on,
        ends_on=None if row.ends_on == LAST_DAY else row.ends_on,
        cause=Cause(kind=row.cause_kind, relation=row.cause_id, day=row.cause_day),
    )


def _periods_of_draft(record: LegalRecord | None, page: PolicyDocument) -> list[Period]:
    """As if the draft were published as it stands: its own days, and what others did to the document until now."""
    own = DocumentFacts(key=NEW, effective_on=page.effective_day, expires_on=page.expires_on)
    if record is None:
        return force_periods([own], [])[NEW]
    own = replace(own, key=record.pk, annulled_on=record.annulled_on)
    documents, relations = present_facts().needed_for([record.pk])
    others = [document for document in documents if document.key != record.pk]
    return force_periods([own, *others], relations)[record.pk]


def _in_words(related: Related) -> Act:
    return Act(
        kind=related.kind,
        source=related.other.short_name,
        provisions=related.provisions,
        new_expiry=related.new_expiry,
    )


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
