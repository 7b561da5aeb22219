"""Registers of the tenancy layer, one concept a file."""

from .city import City
from .collective import CollectiveMember, UnitCollective
from .district import District
from .reorganisation import Reorganisation, ReorganisedUnit
from .unit import Unit, UnitAlias

__all__ = [
    "City",
    "CollectiveMember",
    "District",
    "Reorganisation",
    "ReorganisedUnit",
    "Unit",
    "UnitAlias",
    "UnitCollective",
]
