"""The facts that an act must be told, and what the law says of them. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from plugins.contrib.requests.clock import Rules
from plugins.contrib.requests.exceptions import CaseRefused

from .acts import Act, Fact

_RULES = Rules()
#: Art. 33: one extension, of at most so many working days.
MOST_DAYS = _RULES.extension
#: Art. 32: a third party answers within so many working days.
THIRD_PARTY_DAYS = _RULES.consultation
#: A fair period for a correction, or for reasons, in working days: the law names no number.
MOST_PERIOD = 60

NEEDS: Mapping[Act, tuple[Fact, ...]] = {
    Act.RECEIVE: (Fact.DAY,),
    Act.ASSIGN: (Fact.UNIT,),
    Act.HAND_BACK: (Fact.REASON,),
    Act.ASK_CORRECTION: (Fact.DAY, Fact.ITEMS, Fact.PERIOD),
    Act.CORRECT: (Fact.DAY, Fact.TEXT),
    Act.ABANDON: (Fact.DAY, Fact.REASON),
    Act.ACCEPT: (Fact.DAY,),
    Act.ASK_THIRD_PARTY: (Fact.DAY, Fact.NAME),
    Act.ASK_ORGAN: (Fact.DAY, Fact.NAME),
    Act.ANSWER: (Fact.DAY, Fact.POSITION),
    Act.EXTEND: (Fact.DAY, Fact.DAYS, Fact.REASON),
    Act.ASK_REASONS: (Fact.DAY, Fact.TEXT, Fact.PERIOD),
    Act.GIVE_REASONS: (Fact.DAY, Fact.TEXT),
    Act.ASK_FEE: (Fact.DAY,),
    Act.SERVE_FEE: (Fact.DAY,),
    Act.RECORD_PAYMENT: (Fact.DAY,),
    Act.DRAFT: (Fact.OUTCOME, Fact.REASON, Fact.BASIS),
    Act.RETURN: (Fact.REASON,),
    Act.DECIDE: (Fact.DAY,),
    Act.SERVE: (Fact.DAY,),
    Act.CLOSE: (Fact.DAY,),
    Act.WITHDRAW: (Fact.DAY,),
    Act.TRANSFER: (Fact.DAY, Fact.TARGET, Fact.REASON),
    Act.SUPPLEMENT: (Fact.TEXT,),
    Act.MESSAGE: (Fact.TEXT,),
    Act.NOTE: (Fact.TEXT,),
}
_MOST: Mapping[Fact, int] = {Fact.DAYS: MOST_DAYS, Fact.PERIOD: MOST_PERIOD}


def check_facts(act: Act, given: Mapping[str, Any]) -> None:
    """Raise :class:`CaseRefused` that names every fact which ``act`` needs and ``given`` does not hold."""
    missing = [str(fact.label) for fact in NEEDS.get(act, ()) if not given.get(fact.value)]
    if missing:
        raise CaseRefused(_("“%(act)s” also needs: %(facts)s.") % {"act": act.label, "facts": "、".join(missing)})
    for fact in NEEDS.get(act, ()):
        check_number(fact, given[fact.value])


def check_number(fact: Fact, number: Any, *, most: int | None = None) -> None:
    """Raise :class:`CaseRefused` for a number of working days that the law, or reason, does not allow."""
    most = _MOST.get(fact) if most is None else most
    if most is not None and not 1 <= number <= most:
        words = {"fact": fact.label, "most": most, "number": number}
        raise CaseRefused(_("%(fact)s: between 1 and %(most)s working days, not %(number)s.") % words)


def check_day(day: dt.date, *, earliest: dt.date | None, today: dt.date) -> None:
    """Raise :class:`CaseRefused` for a day before ``earliest`` (what it follows), or one that is still to come."""
    if day > today:
        raise CaseRefused(_("%(day)s is still to come; record what has happened.") % {"day": day.isoformat()})
    if earliest is not None and day < earliest:
        words = {"day": day.isoformat(), "earliest": earliest.isoformat()}
        raise CaseRefused(_("%(day)s is before %(earliest)s, the day of what it follows.") % words)
