"""The letter of a decision, without which it is neither approved nor served, and letters that wait on the way."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import CaseState, ConsultationKind, LetterState, Outcome, Position
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.letters.kinds import Procedural, label_of
from plugins.contrib.requests.models import Case, CaseEvent, Decision, Letter
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.papers import (
    COURSE_LETTERS,
    DECISION_LETTERS,
    NEEDED,
    QUESTIONS,
    letter_after,
    letters_at_end,
    letters_of,
)
from plugins.contrib.requests.process.transitions import WORKING

from .drafting import reopen_letter
from .freshness import outdated_fields

_HOW_FAR = (LetterState.DRAFT, LetterState.APPROVED, LetterState.ISSUED)
#: While a drafted decision, or one that is not served yet, waits for its letter.
_DECIDING = (*WORKING, CaseState.DECIDED)


@dataclass(frozen=True, slots=True)
class LetterStep:
    """A letter that waits: to be written (``letter`` is ``None``), else to be approved or issued."""

    kind: str
    letter: Letter | None

    @property
    def is_outdated(self) -> bool:
        """Whether it tells a former decision."""
        return self.letter is not None and bool(outdated_fields(self.letter))

    @property
    def label(self) -> str:
        return label_of(self.kind)


def step_of_decision(case: Case) -> LetterStep | None:
    """How far the letter of the drafted decision is; of several, the one that is furthest. ``None`` without a draft."""
    decision = Decision.objects.filter(case=case).first()
    return _furthest(case.letters.all(), letters_of(decision.outcome)) if decision else None


def check_letter(case: Case, act: Act) -> None:
    """Raise :class:`CaseRefused` unless the letter of the decision is as far as ``act`` needs it."""
    step = step_of_decision(case)
    if step is None or (step.letter and step.letter.state in NEEDED[act]):
        return
    if act == Act.SERVE:
        raise CaseRefused(_("The letter “%(letter)s” is not issued yet. Issue it first.") % {"letter": step.label})
    if step.letter is None:
        told = _("The letter “%(letter)s” is not written yet. Write it first, and have it approved.")
    else:
        told = _("The letter “%(letter)s” is not approved yet. Approve it first.")
    raise CaseRefused(told % {"letter": step.label})


def take_approval_back(case: Case, *, user: Any) -> None:
    """The decision is drafted anew: its letters that were approved, and are not issued, are read and approved again."""
    for letter in case.letters.filter(state=LetterState.APPROVED, kind__in=DECISION_LETTERS):
        reopen_letter(letter=letter, user=user)


def letters_that_wait(case: Case) -> list[LetterStep]:
    """Letters that the course of ``case`` asks for and nobody wrote, and those that are written and not issued.

    What was answered meanwhile asks for nothing any more, and a case that is over asks only for how it ended.
    """
    written = list(case.letters.all())
    asked, past = _asked_by(case)
    steps = [LetterStep(kind, None) for kind, events in asked.items() if _is_unwritten(kind, events, written)]
    steps += [LetterStep(one.kind, one) for one in written if one.state != LetterState.ISSUED and one.kind not in past]
    steps += _for_whom_objected(case, written)
    decided = step_of_decision(case) if case.state in _DECIDING else None
    return [*steps, decided] if decided and decided.letter is None else steps


def _for_whom_objected(case: Case, letters: Collection[Letter]) -> list[LetterStep]:
    """A third party whose objection was not followed is told in writing what is disclosed, and why (Art. 32)."""
    if case.outcome != Outcome.GRANTED:
        return []
    objected = case.consultations.filter(kind=ConsultationKind.THIRD_PARTY, position=Position.OBJECTS).count()
    told = sum(one.kind == Procedural.THIRD_PARTY for one in letters)
    return [LetterStep(Procedural.THIRD_PARTY, None)] if told < objected else []


def _asked_by(case: Case) -> tuple[dict[str, list[CaseEvent]], set[str]]:
    """Kinds of letters that the course asks for, in turn, each with all its events, and kinds that had their time."""
    asked: dict[tuple[str, str], str] = {}
    events: dict[str, list[CaseEvent]] = {}
    past: set[str] = set()
    for event in case.events.order_by("pk"):
        who = str(event.data.get("who", ""))
        past.add(asked.pop((QUESTIONS.get(event.kind, ""), who), ""))
        if kind := letter_after(event.kind, asked=str(event.data.get("kind", ""))):
            asked[event.kind, who] = kind
            events.setdefault(kind, []).append(event)
    kinds = dict.fromkeys(asked.values())
    if case.is_concluded:
        end = letters_at_end(case.state, case.outcome)
        return {kind: events[kind] for kind in kinds if kind in end}, {*COURSE_LETTERS} - end
    return {kind: events[kind] for kind in kinds}, past - {*kinds}


def _is_unwritten(kind: str, events: list[CaseEvent], letters: Collection[Letter]) -> bool:
    """Whether fewer letters than events are of ``kind``, and none since the last: a second third party has its own."""
    found = [one for one in letters if one.kind == kind]
    return len(found) < len(events) and all(one.drafted_at < events[-1].at for one in found)


def _furthest(letters: Collection[Letter], kinds: tuple[str, ...]) -> LetterStep:
    found = [one for one in letters if one.kind in kinds]
    letter = max(found, key=lambda one: (_HOW_FAR.index(LetterState(one.state)), one.pk), default=None)
    return LetterStep(letter.kind if letter else kinds[0], letter)
