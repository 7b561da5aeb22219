"""A ledger in words, and as values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .course import Due
from .enums import DayKind, DueKind, Reason
from .ledger import Ledger
from .walking import LedgerDay

#: What nobody has said, and is assumed.
ASSUMED: Final = gettext_lazy("assumed: the district has set no rule of fees")
_FEES: Final = gettext_lazy("State Council Office [2020] No. 109")
#: Where it is written that such a day is what it is.
SOURCES: Final[Mapping[Reason, Any]] = {
    Reason.RECEIVED: gettext_lazy("Arts. 31 and 33"),
    Reason.CORRECTION: gettext_lazy("Art. 30"),
    Reason.THIRD_PARTY: gettext_lazy("Arts. 32 and 33"),
    Reason.ORGAN: gettext_lazy("Arts. 33 and 34"),
    Reason.FEE: _FEES,
    Reason.EXPIRED: gettext_lazy("Art. 33"),
}
DUE_SOURCES: Final[Mapping[DueKind, Any]] = {
    DueKind.ANSWER: gettext_lazy("Art. 33"),
    DueKind.NOTICE: gettext_lazy("Art. 30"),
    DueKind.CORRECTION: gettext_lazy("Art. 30"),
    DueKind.THIRD_PARTY: gettext_lazy("Art. 32"),
    DueKind.ORGAN: gettext_lazy("Art. 34"),
    DueKind.PAYMENT: _FEES,
}


def sentence_of(day: LedgerDay) -> str:
    """Why ``day`` counts or does not."""
    words = [str(day.reason.label)]
    if day.kind == DayKind.COUNTED:
        words.append(_("day %(number)d of %(allowance)d") % {"number": day.number, "allowance": day.allowance})
    if day.name:
        words.append(day.name)
    if day.reason in SOURCES:
        words.append(str(SOURCES[day.reason]))
    if day.is_provisional:
        words.append(_("provisional: the holidays of %(year)d are not announced") % {"year": day.day.year})
    return " · ".join(words)


def term_of(due: Due) -> str:
    """How the last day of a payment comes about, and by whose rule; empty for what else is due."""
    if due.term is None:
        return ""
    term = due.term
    words = {"days": term.days, "day": term.since.isoformat(), "start": term.start.label}
    counted = _("%(days)d calendar days from the day after %(day)s, %(start)s") % words
    effect = _("period for the answer: %(effect)s") % {"effect": term.effect.label}
    return " · ".join((counted, effect, term.basis or str(ASSUMED)))


def summary_of(ledger: Ledger) -> str:
    """The deadline in one sentence."""
    if ledger.due is None:
        return _("No day is set for the answer: %(phase)s.") % {"phase": ledger.phase.label}
    values = {"day": ledger.due.isoformat(), "number": ledger.allowance}
    sentence = _("The answer is due on %(day)s, the last of %(number)d working days.") % values
    return f"{sentence} {_provisional(ledger)}".strip()


def _provisional(ledger: Ledger) -> str:
    if not ledger.provisional_years:
        return ""
    years = "、".join(map(str, ledger.provisional_years))
    return _("Provisional: the holidays of %(years)s are not announced yet.") % {"years": years}


def lines_of(ledger: Ledger) -> Iterator[str]:
    """The ledger for people: the deadline, what else is due, and every day."""
    yield summary_of(ledger)
    for due in ledger.dues:
        done = _(" (done on %(day)s)") % {"day": due.done.isoformat()} if due.done else ""
        yield f"    {due.day.isoformat()}  {' '.join(filter(None, (str(due.kind.label), due.who)))}{done}"
        if due.term:
            yield f"        {term_of(due)}"
    yield ""
    for day in ledger.days:
        happened = "".join(f"  ← {event}" for event in day.events)
        yield f"{day.day.isoformat()} {date_format(day.day, 'D')}  {day.kind.label}: {sentence_of(day)}{happened}"


def values_of(ledger: Ledger) -> dict[str, Any]:
    """The ledger for programs."""
    return {
        "received": ledger.received,
        "due": ledger.due,
        "allowance": ledger.allowance,
        "phase": ledger.phase.value,
        "provisional_years": list(ledger.provisional_years),
        "concluded": ledger.concluded,
        "is_in_time": ledger.is_in_time,
        "dues": [_due_values(due) for due in ledger.dues],
        "days": [_day_values(day) for day in ledger.days],
    }


def _due_values(due: Due) -> dict[str, Any]:
    source = str(DUE_SOURCES[due.kind])
    values = {"kind": due.kind.value, "day": due.day, "done": due.done, "who": due.who, "source": source}
    return values | {"term": asdict(due.term), "text": term_of(due)} if due.term else values


def _day_values(day: LedgerDay) -> dict[str, Any]:
    return {
        "day": day.day,
        "kind": day.kind.value,
        "reason": day.reason.value,
        "number": day.number or None,
        "is_provisional": day.is_provisional,
        "events": [event.kind.value for event in day.events],
        "text": sentence_of(day),
    }
