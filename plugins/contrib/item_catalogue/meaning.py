"""What a wording of 公开时限 is taken for, said to people."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .enums import LimitKind
from .time_limits import TimeLimit


def meaning_of(limit: TimeLimit) -> str:
    """One sentence; empty for a text that is only kept."""
    number = limit.number or 0
    match limit.kind:
        case LimitKind.WORKING_DAYS:
            text = ngettext(
                "Within %(number)d working day after the information was made or changed.",
                "Within %(number)d working days after the information was made or changed.",
                number,
            )
        case LimitKind.DAYS:
            text = ngettext(
                "Within %(number)d day after the information was made or changed.",
                "Within %(number)d days after the information was made or changed.",
                number,
            )
        case LimitKind.AT_ONCE:
            text = _("By the end of the first working day after the information was made or changed.")
        case LimitKind.YEARLY:
            return _yearly(limit)
        case LimitKind.DISPLAY:
            text = _("It stays on display for the stated period.")
        case _:
            return ""
    return text % {"number": number}


def _yearly(limit: TimeLimit) -> str:
    return _("Each year by %(month)d-%(day)d.") % {"month": limit.month or 1, "day": limit.day or 1}
