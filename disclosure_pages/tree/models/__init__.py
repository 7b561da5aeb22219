"""The tree's tables, one concept a file."""

from .addresses import FormerAddress, GoneAddress
from .column import Column
from .content import DisclosurePage
from .homes import CityHome, DistrictHome
from .section import Section
from .structural import StructuralPage
from .tally import ColumnTally

__all__ = [
    "CityHome",
    "Column",
    "ColumnTally",
    "DisclosurePage",
    "DistrictHome",
    "FormerAddress",
    "GoneAddress",
    "Section",
    "StructuralPage",
]
