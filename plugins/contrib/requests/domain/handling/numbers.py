"""Registration numbers (登记编号): unit, year and serial, without gaps."""

from __future__ import annotations

import datetime as dt

from plugins.api import Unit, take_serial
from plugins.contrib.requests.models import Case

OFFICE = "公开办"


def give_number(case: Case, *, received_on: dt.date) -> None:
    """The next number in the register of the unit that receives ``case``, else of the disclosure office.

    The year is that of the receipt. Inside the transaction that receives it: rolled back, the number was never taken.
    A number stays whoever handles the case later.
    """
    year = received_on.year
    keeper = case.unit.name if case.unit else f"{case.district.name}{OFFICE}"
    begin = f"{keeper}依申请〔{year}〕"
    unit = _register_of(case, begin, year)
    place = f"unit/{unit.pk}" if unit else f"district/{case.district_id}"
    case.register_unit, case.register_year = unit, year
    case.serial = take_serial(scope=f"requests/{place}", year=year)
    case.number = f"{begin}{case.serial}号"


def _register_of(case: Case, begin: str, year: int) -> Unit | None:
    """Whose register has the numbers that ``begin`` so; ``None`` is that of the disclosure office.

    A unit that has taken over another's former name within the year goes on where that one stopped, or two
    applications would have the same number; it begins its own register under its name in the next year.
    """
    of_year = Case.objects.filter(district=case.district_id, register_year=year, number__startswith=begin)
    first = of_year.select_related("register_unit").order_by("pk").first()
    return first.register_unit if first else case.unit
