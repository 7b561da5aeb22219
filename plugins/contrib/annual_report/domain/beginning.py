"""A report comes into being when somebody begins it: one an owner and year."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import City, District, Unit
from plugins.contrib.annual_report.enums import Level
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.structure import form_of_year, forms


def first_year() -> int:
    """Before it no form is known."""
    return min(form.first_year for form in forms())


def last_year(*, today: dt.date) -> int:
    """The year that is reported on: the one that has ended last."""
    return today.year - 1


def check_year(year: int, *, today: dt.date) -> None:
    """Raise :class:`ReportRefused` for a year that has no form, or has not begun."""
    if not first_year() <= year <= today.year:
        words = {"year": year, "first": first_year(), "last": today.year}
        raise ReportRefused(_("There is no report on %(year)d: choose a year from %(first)d to %(last)d.") % words)


@transaction.atomic
def begin_report(*, owner: City | District | Unit, year: int, today: dt.date, user: Any = None) -> Report:
    """The report of ``owner`` on ``year``, begun now if it is not there; its form is the one of that year.

    Who may is for the caller to ask. Raises :class:`ReportRefused` for a year that has none.
    """
    check_year(year, today=today)
    there = Report.objects.of(owner).filter(year=year).first()
    if there is not None:
        return there
    begun, is_new = Report.objects.get_or_create(year=year, **owner_columns(owner), defaults={"form": _form(year)})
    if is_new:
        log(begun, "gongkai.annual.begun", user=user)
    return begun


def _form(year: int) -> str:
    return form_of_year(year).code


def owner_columns(owner: City | District | Unit) -> dict[str, Any]:
    """The level and the keys by which a report belongs to ``owner``."""
    if isinstance(owner, Unit):
        return {"level": Level.UNIT, "district_id": owner.district_id, "unit": owner}
    if isinstance(owner, District):
        return {"level": Level.DISTRICT, "district": owner}
    return {"level": Level.CITY, "city": owner}


def units_reporting(district: District, *, year: int) -> list[Unit]:
    """The units that report on ``year``: all that there were in it, also those closed or merged before its end."""
    return list(units_of_year(year).filter(district=district))


def units_of_year(year: int) -> QuerySet[Unit]:
    """Those that report on ``year``, of every district."""
    units: QuerySet[Unit] = Unit.objects.active_between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return units
