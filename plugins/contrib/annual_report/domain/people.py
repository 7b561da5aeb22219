"""Who somebody is to a report."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from plugins.api import District, Role, districts_of, people_with_role
from plugins.contrib.annual_report.enums import Level
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.querysets import UNIT_ROLES, units_filled_by
from plugins.contrib.annual_report.transitions import OFFICE, ROLES, Side

#: Whose offices look over the report of a level.
_ABOVE = (Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR)


def roles_at(report: Report, user: Any) -> frozenset[str]:
    """The roles in which the person does something with ``report`` today; none where it is none of their business."""
    own = {role for role in UNIT_ROLES if report.unit_id and _fills(user, role, report.unit_id)}
    return frozenset(own | {role for role in _ABOVE if _districts_of(report, user, role)})


def may_ever_fill(report: Report, user: Any) -> bool:
    """Whether the person fills the report in when it is with those who do, wherever it is now."""
    return not roles_at(report, user).isdisjoint(ROLES[report.level, Side.WRITER])


def is_office_of(user: Any, district: District) -> bool:
    """Whether the person is of the disclosure office of ``district``, which decides what its report counts."""
    return bool(districts_of(user, OFFICE).filter(pk=district.pk).exists())


def refuse_others(district: District, user: Any) -> None:
    """Raises :class:`ReportRefused` for people who are not the district's disclosure office."""
    if not is_office_of(user, district):
        raise ReportRefused(_("That is for the disclosure office of the district."))


def people_of(report: Report, side: Side) -> list[Any]:
    """Who fills it, or who receives it; the report of a unit that was merged is filled where it went."""
    roles = ROLES[report.level, side]
    if roles == UNIT_ROLES:
        successor = report.unit.merged_into if report.unit else None
        return list(people_with_role(*roles, unit=successor or report.unit))
    if Role.CITY_AUDITOR in roles:
        city = report.city or (report.district.city if report.district else None)
        return list(people_with_role(*roles, city=city))
    return list(people_with_role(*roles, district=report.district))


def _fills(user: Any, role: str, unit: int) -> bool:
    return units_filled_by(user, [role]).filter(pk=unit).exists()


def _districts_of(report: Report, user: Any, role: str) -> bool:
    held = districts_of(user, [role])
    if report.level == Level.CITY:
        # The city's own report is for its auditors alone.
        return role == Role.CITY_AUDITOR and held.filter(city=report.city_id).exists()
    return held.filter(pk=report.district_id).exists()
