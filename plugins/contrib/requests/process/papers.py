"""Letters that the course of a case asks for: of which kind, and how far they are before an act. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.contrib.requests.enums import ConsultationKind, EventKind, LetterState, Outcome
from plugins.contrib.requests.letters.kinds import Procedural

from .acts import Act

#: Art. 36: a decision is a letter. Approved with the decision at the latest; what is served has its number.
NEEDED: Mapping[Act, frozenset[LetterState]] = {
    Act.DECIDE: frozenset({LetterState.APPROVED, LetterState.ISSUED}),
    Act.SERVE: frozenset({LetterState.ISSUED}),
}
#: Outcomes that another letter tells as well: where it is public (Art. 36 no. 1), and who is responsible (no. 5).
_ALSO: Mapping[Outcome, Procedural] = {
    Outcome.GRANTED: Procedural.ALREADY_PUBLIC,
    Outcome.UNAVAILABLE_NOT_HELD: Procedural.TRANSFER,
}
#: Letters that tell a decision.
DECISION_LETTERS = frozenset[str]({*Outcome.values, *_ALSO.values()})
_OF_EVENTS: Mapping[str, str] = {
    EventKind.CORRECTION_ASKED: Procedural.CORRECTION,
    EventKind.EXTENDED: Procedural.EXTENSION,
    EventKind.REASONS_ASKED: Procedural.EXCESSIVE,
    EventKind.FEE_ASKED: Procedural.FEE,
    EventKind.TRANSFERRED: Procedural.TRANSFER,
    EventKind.WITHDRAWN: Procedural.WITHDRAWN,
    EventKind.ABANDONED: Outcome.OTHER_NOT_CORRECTED,
}
_OF_ASKED: Mapping[str, str] = {
    ConsultationKind.THIRD_PARTY: Procedural.INQUIRY,
    ConsultationKind.ORGAN: Procedural.ORGAN,
}
#: What an event answers: the letter that asked has had its time then.
QUESTIONS: Mapping[str, str] = {
    EventKind.CORRECTED: EventKind.CORRECTION_ASKED,
    EventKind.REASONS_GIVEN: EventKind.REASONS_ASKED,
    EventKind.PAID: EventKind.FEE_ASKED,
    EventKind.ANSWERED: EventKind.ASKED,
}
#: Letters that belong to the course of a case; others are written whenever somebody wants them.
COURSE_LETTERS = frozenset[str]({*DECISION_LETTERS, *_OF_EVENTS.values(), *_OF_ASKED.values()})


def letters_of(outcome: str) -> tuple[str, ...]:
    """Kinds of letters that tell ``outcome``; the first is the usual one."""
    also = _ALSO.get(Outcome(outcome))
    return (outcome, also.value) if also else (outcome,)


def letter_after(event: str, *, asked: str = "") -> str:
    """The kind of letter that goes out with ``event``, perhaps to whom was ``asked``; empty if there is none."""
    return _OF_ASKED.get(asked, "") if event == EventKind.ASKED else _OF_EVENTS.get(event, "")


def letters_at_end(state: str, outcome: str) -> frozenset[str]:
    """Kinds of letters of the course that tell how a case ended; ``state`` is where it is since, with ``outcome``."""
    return frozenset(filter(None, (*letters_of(outcome), letter_after(state))))
