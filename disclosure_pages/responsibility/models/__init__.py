"""Versions of applied tables, tables that wait between two steps, and the districts' collections."""

from .applied_table import AppliedTable
from .district_collection import DistrictCollection
from .pending_table import PendingTable

__all__ = ["AppliedTable", "DistrictCollection", "PendingTable"]
