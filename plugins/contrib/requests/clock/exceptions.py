"""What cannot be counted."""

from __future__ import annotations

from django.utils.translation import gettext as _

from plugins.contrib.requests.exceptions import CaseRefused

from .events import Event


class ClockRefused(CaseRefused):
    """The message says what is wrong, and the remedy."""


class EventRefused(ClockRefused):
    """``event`` does not fit what came before it; the message names it."""

    def __init__(self, event: Event, wrong: str, remedy: str) -> None:
        self.event = event
        super().__init__(_("“%(event)s”: %(wrong)s %(remedy)s") % {"event": event, "wrong": wrong, "remedy": remedy})


class NotReceived(ClockRefused):
    """Nobody has said when the application was received (Art. 31)."""

    def __init__(self) -> None:
        super().__init__(_("Without a day of receipt no period starts (Art. 31). Write down that day first."))
