"""A report locked for an act: who acts, and what the table says."""

from __future__ import annotations

from typing import Any

from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.transitions import EVERYBODY, Transition, transition

from .people import roles_at


def locked(report: Report) -> Report:
    """``report`` as it is now, locked until the caller's transaction ends."""
    Report.objects.select_for_update().get(pk=report.pk)  # the row itself: PostgreSQL locks no outer join
    held: Report = Report.objects.select_related("unit", "district__city", "city").get(pk=report.pk)
    return held


def hold(report: Report, act: Act, user: Any) -> tuple[Report, Transition]:
    """``report``, :func:`locked`, and the transition that ``user`` makes.

    ``user`` may be ``None``: the platform itself counts, for which the state alone is asked. Raises
    :class:`ReportRefused` when the table does not have it.
    """
    held = locked(report)
    roles = EVERYBODY if user is None else roles_at(held, user)
    return held, transition(held.level, held.state, act, roles)
