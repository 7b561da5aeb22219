"""The clock of a case: which days count, which do not, and why. Pure: no database, days and calendar are passed in.

Articles are those of the Regulations on Open Government Information (政府信息公开条例, 2019).
"""

from .enums import DayKind, DueKind, FeeEffect, Phase, Reason, TermStart, Tone
from .events import Event
from .exceptions import ClockRefused, EventRefused, NotReceived
from .explanation import Explanation, explain
from .ledger import Ledger, ledger_of
from .rules import Rules
from .scenario import Scenario, read_scenario
from .tones import tone_of
from .walking import LedgerDay

__all__ = [
    "ClockRefused",
    "DayKind",
    "DueKind",
    "Event",
    "EventRefused",
    "Explanation",
    "FeeEffect",
    "Ledger",
    "LedgerDay",
    "NotReceived",
    "Phase",
    "Reason",
    "Rules",
    "Scenario",
    "TermStart",
    "Tone",
    "explain",
    "ledger_of",
    "read_scenario",
    "tone_of",
]
