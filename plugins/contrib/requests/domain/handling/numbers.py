"""Registration numbers (登记编号): unit, year and serial, without gaps."""

from __future__ import annotations

import datetime as dt

from plugins.api import take_serial
from plugins.contrib.requests.models import Case

OFFICE = "公开办"


def give_number(case: Case, *, received_on: dt.date) -> None:
    """The next number in the register of the unit that receives ``case``, else of the disclosure office.

    The year is that of the receipt. Inside the transaction that receives it: rolled back, the number was never taken.
    A number stays whoever handles the case later.
    """
    year = received_on.year
    place = f"unit/{case.unit_id}" if case.unit_id else f"district/{case.district_id}"
    case.register_unit, case.register_year = case.unit, year
    case.serial = take_serial(scope=f"requests/{place}", year=year)
    keeper = case.unit.name if case.unit else f"{case.district.name}{OFFICE}"
    case.number = f"{keeper}依申请〔{year}〕{case.serial}号"
