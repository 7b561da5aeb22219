"""How each register looks as a table: headings, natural keys, and how a cell becomes a value."""

from .base import Column, RegisterResource
from .calendar import CalendarDayResource
from .people import MembershipResource
from .tenancy import (
    CityResource,
    CollectiveMemberResource,
    CollectiveResource,
    DistrictResource,
    UnitAliasResource,
    UnitResource,
)

__all__ = [
    "CalendarDayResource",
    "CityResource",
    "CollectiveMemberResource",
    "CollectiveResource",
    "Column",
    "DistrictResource",
    "MembershipResource",
    "RegisterResource",
    "UnitAliasResource",
    "UnitResource",
]
