"""What a probe is and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _


class Severity(StrEnum):
    """``REQUIRED``: the site does not work without it. ``RECOMMENDED``: a part of the work does not."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"


class Missing(Exception):
    """Raised by a probe: what is missing (``message``) and how to get it (``remedy``)."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True)
class Probe:
    """One thing to look at.

    ``look`` returns a line that says what was found, returns ``None`` when the thing does not concern this
    installation, and raises :class:`Missing` when it is not there.
    """

    id: str
    severity: Severity
    look: Callable[[], str | None]


@dataclass(frozen=True)
class Outcome:
    """What a probe found, as it is printed and as ``--json`` gives it."""

    id: str
    severity: Severity
    ok: bool
    message: str
    remedy: str = ""

    @property
    def is_failure(self) -> bool:
        """Whether the doctor's exit status is 1 because of this."""
        return not self.ok and self.severity == Severity.REQUIRED


def examine(probes: Iterable[Probe]) -> list[Outcome]:
    """Ask each probe on its own; one that breaks is itself a finding, and the others are still asked."""
    outcomes = [_examine_one(probe) for probe in probes]
    return [outcome for outcome in outcomes if outcome is not None]


def _examine_one(probe: Probe) -> Outcome | None:
    try:
        found = probe.look()
    except Missing as missing:
        return Outcome(probe.id, probe.severity, ok=False, message=missing.message, remedy=missing.remedy)
    except Exception as error:
        message = _("Could not be examined: %(error)s") % {"error": error}
        return Outcome(probe.id, probe.severity, ok=False, message=message, remedy=_("Mend what the message names."))
    return None if found is None else Outcome(probe.id, probe.severity, ok=True, message=found)
