"""Where a case is, in plain words: what happened, what comes next, what can be had and done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from plugins.contrib.requests.domain.given_files import files_for_applicant
from plugins.contrib.requests.domain.handling.possible import acts_now
from plugins.contrib.requests.domain.telling import told_events, told_text
from plugins.contrib.requests.enums import CaseState, EventKind
from plugins.contrib.requests.models import Case, CaseFile, FeeNotice
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.transitions import APPLICANT

State = CaseState
#: What each state means, and what comes next.
WORDS: Final[dict[str, tuple[Any, Any]]] = {
    State.RECEIVED: (
        _("Your application has arrived and is being looked at."),
        _("The office confirms the day of receipt with you, then handles it, or tells you what is missing."),
    ),
    State.CORRECTION_ASKED: (
        _("Something is missing: please read the notice and answer it below."),
        _("When you have answered, the time limit begins anew. Without an answer the application counts as given up."),
    ),
    State.ACCEPTED: (
        _("Your application is being handled."),
        _("You get an answer by the day below."),
    ),
    State.ASKING_THIRD_PARTY: (
        _("The information touches the interests of others, who are being asked."),
        _("The days until they answer are not counted. Then the office decides."),
    ),
    State.ASKING_ORGAN: (
        _("Another authority that took part in making the information is being asked."),
        _("The days until it answers are not counted. Then the office decides."),
    ),
    State.EXTENDED: (
        _("Your application is being handled; the time limit was extended once, as the law allows."),
        _("You get an answer by the day below."),
    ),
    State.DECIDED: (_("A decision has been made."), _("It is being sent to you in the way that you chose.")),
    State.SERVED: (
        _("The decision has been sent to you."),
        _("The decision letter says what you can do if you do not agree with it."),
    ),
    State.CLOSED: (
        _("Your application is closed."),
        _("The decision letter says what you can do if you do not agree with it."),
    ),
    State.WITHDRAWN: (_("You withdrew the application."), _("Nothing more comes. You can apply again at any time.")),
    State.ABANDONED: (
        _("The application counts as given up, because what was missing did not come in time."),
        _("You can apply again at any time."),
    ),
    State.TRANSFERRED: (_("The application was passed on."), _("The log below says to whom.")),
}
#: While reasons are asked for, the application is handled and yet waits.
EXPLAINING: Final = (
    _("The office asks why you apply so often or for so much: please read the notice and answer it below."),
    _("The time limit goes on. Without good reason the office need not process the application."),
)
#: While a fee is open, the answer waits for it.
PAYING: Final = (
    _("A fee is asked for. Please pay it by the day below; the letter says how."),
    _("The answer waits for the payment. If it does not come in time, the application is not processed any further."),
)
#: Texts of an applicant, the one that is waited for first.
_TEXTS: Final = (Act.CORRECT, Act.GIVE_REASONS, Act.SUPPLEMENT, Act.MESSAGE)
_NOTICES: Final = {Act.CORRECT: EventKind.CORRECTION_ASKED, Act.GIVE_REASONS: EventKind.REASONS_ASKED}


@dataclass(frozen=True)
class Progress:
    """A case in plain words; ``acts`` are what its applicant may do with it now."""

    case: Case
    acts: Collection[str]

    @property
    def now(self) -> str:
        """What the state means."""
        return str(self._words[0])

    @property
    def next(self) -> str:
        """What comes next."""
        return str(self._words[1])

    @property
    def due_on(self) -> dt.date | None:
        """The last day for the answer, while one is due."""
        return None if self.case.is_concluded else self.case.due_on

    @cached_property
    def fee(self) -> FeeNotice | None:
        """The fee that is to be paid."""
        return None if self.case.is_concluded else self.case.fee_notices.filter(paid_on=None).first()

    @cached_property
    def notice(self) -> str:
        """What the applicant is to answer, and until when; empty while nothing is asked."""
        kind = _NOTICES.get(self.answer)
        asked = self.case.events.filter(kind=kind).last() if kind else None
        return told_text(asked) if asked else ""

    @cached_property
    def log(self) -> list[tuple[dt.date, str, str]]:
        """Days, what happened, and its text where it is meant for the applicant."""
        return list(self._log())

    @cached_property
    def files(self) -> list[CaseFile]:
        """What can be downloaded."""
        return list(files_for_applicant(self.case))

    @property
    def answer(self) -> Act:
        """What a text of the applicant is: an answer that is waited for, an addition, or else a message."""
        return next((act for act in _TEXTS if act in self.acts), Act.MESSAGE)

    @property
    def can_correct(self) -> bool:
        """Whether an answer to a notice of correction is waited for."""
        return self.answer == Act.CORRECT

    @property
    def can_explain(self) -> bool:
        """Whether reasons are asked for."""
        return self.answer == Act.GIVE_REASONS

    @property
    def can_supplement(self) -> bool:
        """Whether something can be added to what was asked for; else it is a message to the office."""
        return self.answer == Act.SUPPLEMENT

    @property
    def can_withdraw(self) -> bool:
        """Whether it can be withdrawn."""
        return Act.WITHDRAW in self.acts

    @property
    def _words(self) -> tuple[Any, Any]:
        if self.can_explain:
            return EXPLAINING
        return PAYING if self.fee else WORDS[self.case.state]

    def _log(self) -> Iterator[tuple[dt.date, str, str]]:
        for event in told_events(self.case):
            yield event.day, event.get_kind_display(), told_text(event)


def progress_of(case: Case) -> Progress:
    """As of now."""
    return Progress(case, acts_now(case, {APPLICANT}))
