"""What a reader asks about legal force: on which day, and what was said of it on which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.datastructures import MultiValueDict

from disclosure_pages.documents.domain.knowledge import as_known_on, end_of
from disclosure_pages.documents.models import DocumentRelation, LegalRecord
from disclosure_pages.library.days import asked_day
from disclosure_pages.public.links import Links

from .law import Law, Statement
from .related import Other, Related, named


@dataclass(frozen=True)
class Question:
    """``on``: the day in law; ``known``: the day whose knowledge counts, ``None`` for today's."""

    on: dt.date | None = None
    known: dt.date | None = None

    @property
    def is_asked(self) -> bool:
        """Whether the reader asked anything."""
        return self.on is not None or self.known is not None


@dataclass(frozen=True)
class Answer:
    """``statement`` is ``None`` when nothing about the document had been published by then."""

    on: dt.date
    known: dt.date | None
    statement: Statement | None


def parse_question(params: MultiValueDict[str, str]) -> Question:
    """Read ``on`` and ``known``, both ISO days. Raises ``NoSuchListing``."""
    return Question(on=asked_day(params.get("on", "")), known=asked_day(params.get("known", "")))


def answer(question: Question, *, law: Law, record: LegalRecord | None, links: Links) -> Answer | None:
    """The force on the day asked for, as known today or on another day; ``None`` when nothing was asked."""
    if not question.is_asked:
        return None
    on = question.on or law.today
    if question.known is None or record is None:
        return Answer(on, None, law.on(on) if record is not None else None)
    then = law_as_known(record, known=question.known, today=law.today, links=links)
    return Answer(on, question.known, then.on(on) if then is not None else None)


def law_as_known(record: LegalRecord, *, known: dt.date, today: dt.date, links: Links) -> Law | None:
    """The law about a document as it stood on record at the end of ``known``; ``None`` before it was published.

    Who is named follows from what is public today: what has been withdrawn since is not told again.
    """
    periods = as_known_on(known, records=[record.pk]).periods().get(record.pk)
    return Law(periods, today, acts=_acts_then(record, known, links)) if periods is not None else None


def _acts_then(record: LegalRecord, known: dt.date, links: Links) -> Mapping[int, Related]:
    rows = list(DocumentRelation.history.as_of(end_of(known)).filter(target_id=record.pk))
    others = named(LegalRecord.objects.filter(pk__in={row.source_id for row in rows}), links)
    return {
        row.pk: Related(
            key=row.pk,
            kind=row.kind,
            is_outgoing=False,
            other=others.get(row.source_id, Other()),
            day=row.takes_effect_on,
            provisions=row.provisions,
            new_expiry=row.new_expiry,
        )
        for row in rows
    }
