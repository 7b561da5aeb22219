"""Imports and what they leave: batches, their rows, addresses of old portals."""

from .batch import ImportBatch
from .legacy_address import LegacyAddress
from .row import ImportRow

__all__ = ["ImportBatch", "ImportRow", "LegacyAddress"]
