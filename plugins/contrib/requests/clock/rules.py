"""How long the periods are. What the law leaves open is a value here, with what it was taken from."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api import WorkingCalendar

from .enums import FeeEffect


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Lengths in working days, but ``payment``, which is in calendar days."""

    #: Art. 33: the answer.
    answer: int = 20
    #: Art. 33: the most by which it may be extended, once.
    extension: int = 20
    #: Art. 30: the one notice that asks for a correction, from receipt.
    notice: int = 7
    #: Art. 30 asks for a “fair period”, and names none; used where the notice names none either.
    correction: int = 10
    #: Arts. 32 and 34: opinions of third parties and of other organs, from when they get the letter.
    consultation: int = 15
    #: Calendar days from the day after the notice of fees. No text at hand names them: the district sets its own, which
    #: is told by the event; what it has not set is this assumption.
    payment: int = 30
    #: What a notice of fees does to the period. Here too the district says otherwise, or confirms it.
    fee_effect: FeeEffect = FeeEffect.RESTART
    #: The answer that a reconsideration or a judgment ordered, where it set no period of its own.
    reopened: int = 20


@dataclass(frozen=True, slots=True)
class Terms:
    """The rules with the calendar by which they are counted."""

    calendar: WorkingCalendar
    rules: Rules
