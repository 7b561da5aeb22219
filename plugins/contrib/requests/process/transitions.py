"""Every act that a case knows: in which state, to which state, and who may. One table, and its reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plugins.api import Role
from plugins.contrib.requests.enums import CaseState
from plugins.contrib.requests.exceptions import CaseRefused

from .acts import Act

#: Whoever asked, by the tracking code and the contact; no role of the platform.
APPLICANT = "applicant"
OFFICE = frozenset[str]({Role.DISCLOSURE_OFFICE})
DESK = OFFICE | {Role.REQUEST_OFFICER}  # an officer: of the unit to which the case is assigned
ANYBODY = DESK | {APPLICANT}


@dataclass(frozen=True, slots=True)
class Transition:
    """``act`` leads a case from ``state`` to ``after``, for those in ``who``.

    An answer leads to ``after`` when nobody else is asked any more: see :func:`resumed`.
    """

    state: CaseState
    act: Act
    after: CaseState
    who: frozenset[str]


_S = CaseState
#: From the arrival to the decision.
OPEN = (_S.RECEIVED, _S.CORRECTION_ASKED, _S.ACCEPTED, _S.ASKING_THIRD_PARTY, _S.ASKING_ORGAN, _S.EXTENDED)
#: Accepted and not decided: the clock runs, or waits for others.
WORKING = (_S.ACCEPTED, _S.ASKING_THIRD_PARTY, _S.ASKING_ORGAN, _S.EXTENDED)
ASKING = (_S.ASKING_THIRD_PARTY, _S.ASKING_ORGAN)
#: Over by a decision; the others that are over ended without one.
ANSWERED = (_S.DECIDED, _S.SERVED, _S.CLOSED)

_MOVES = (
    # Art. 31: the receipt day is settled by the way on which the application came.
    Transition(_S.RECEIVED, Act.RECEIVE, _S.RECEIVED, DESK),
    # Art. 30: one notice; corrected, the case begins anew; not corrected in time, it is abandoned.
    Transition(_S.RECEIVED, Act.ASK_CORRECTION, _S.CORRECTION_ASKED, DESK),
    Transition(_S.CORRECTION_ASKED, Act.CORRECT, _S.RECEIVED, ANYBODY),
    Transition(_S.CORRECTION_ASKED, Act.ABANDON, _S.ABANDONED, DESK),
    Transition(_S.RECEIVED, Act.ACCEPT, _S.ACCEPTED, DESK),
    # Art. 33: the disclosure office's head approves an extension. While others are asked, they still are.
    Transition(_S.ACCEPTED, Act.EXTEND, _S.EXTENDED, OFFICE),
    Transition(_S.ASKING_THIRD_PARTY, Act.EXTEND, _S.ASKING_THIRD_PARTY, OFFICE),
    Transition(_S.ASKING_ORGAN, Act.EXTEND, _S.ASKING_ORGAN, OFFICE),
    # Art. 36: two persons; who drafted does not approve.
    Transition(_S.ACCEPTED, Act.DECIDE, _S.DECIDED, OFFICE),
    Transition(_S.EXTENDED, Act.DECIDE, _S.DECIDED, OFFICE),
    Transition(_S.DECIDED, Act.SERVE, _S.SERVED, DESK),
    Transition(_S.SERVED, Act.CLOSE, _S.CLOSED, DESK),
)


def _moves_of_many() -> Iterator[Transition]:
    """Acts that lead to the same state wherever they are done."""
    for state in WORKING:
        # Art. 32, 34 and 37: third parties, and organs that took part in making the information.
        yield Transition(state, Act.ASK_THIRD_PARTY, _S.ASKING_THIRD_PARTY, DESK)
        yield Transition(state, Act.ASK_ORGAN, _S.ASKING_ORGAN, DESK)
    for state in ASKING:
        yield Transition(state, Act.ANSWER, _S.ACCEPTED, DESK)
    for state in OPEN:
        yield Transition(state, Act.WITHDRAW, _S.WITHDRAWN, ANYBODY)
        yield Transition(state, Act.TRANSFER, _S.TRANSFERRED, OFFICE)


def _stays() -> Iterator[Transition]:
    """Acts that leave the state as it is."""
    places = (
        (Act.ASSIGN, OPEN, OFFICE),
        (Act.HAND_BACK, OPEN, frozenset({Role.REQUEST_OFFICER})),
        (Act.SUPPLEMENT, OPEN, ANYBODY),
        # Art. 35: the clock runs on.
        (Act.ASK_REASONS, WORKING, DESK),
        (Act.GIVE_REASONS, WORKING, ANYBODY),
        # Art. 42: the clock waits for the payment, whoever else is asked meanwhile.
        (Act.ASK_FEE, WORKING, DESK),
        (Act.SERVE_FEE, WORKING, DESK),
        (Act.RECORD_PAYMENT, WORKING, DESK),
        (Act.DRAFT, (_S.ACCEPTED, _S.EXTENDED), DESK),
        (Act.RETURN, (_S.ACCEPTED, _S.EXTENDED), OFFICE),
        (Act.MESSAGE, tuple(CaseState), ANYBODY),
        (Act.NOTE, tuple(CaseState), DESK),
        (Act.REMEDY, tuple(CaseState), DESK),
        (Act.PUBLISH, ANSWERED, DESK),
    )
    for act, states, who in places:
        for state in states:
            yield Transition(state, act, state, who)


TABLE: tuple[Transition, ...] = (*_MOVES, *_moves_of_many(), *_stays())
_BY_KEY = {(one.state, one.act): one for one in TABLE}


def transition(state: str, act: Act, roles: Collection[str]) -> Transition:
    """The row of the table for those with ``roles``; raises :class:`CaseRefused` that says what stands against it."""
    found = _BY_KEY.get((CaseState(state), act))
    if found is None:
        words = {"act": act.label, "state": CaseState(state).label}
        raise CaseRefused(_("“%(act)s” cannot be done with a case that is “%(state)s”.") % words)
    if found.who.isdisjoint(roles):
        names = "、".join(name_of(role) for role in sorted(found.who))
        raise CaseRefused(_("“%(act)s” is for others: %(roles)s.") % {"act": act.label, "roles": names})
    return found


def possible_acts(state: str, roles: Collection[str]) -> frozenset[str]:
    """What those with ``roles`` may do with a case in ``state``, as far as the state decides."""
    return frozenset(one.act.value for one in TABLE if one.state == state and not one.who.isdisjoint(roles))


def resumed(asked: Collection[str], *, is_extended: bool) -> CaseState:
    """Where a case is after an answer: with others who are still ``asked`` (kinds of consultations), else at work."""
    if "third_party" in asked:
        return CaseState.ASKING_THIRD_PARTY
    if "organ" in asked:
        return CaseState.ASKING_ORGAN
    return CaseState.EXTENDED if is_extended else CaseState.ACCEPTED


def name_of(role: str) -> str:
    """A role of the platform, or the applicant, in words."""
    return _("Applicant") if role == APPLICANT else str(Role(role).label)
