"""Rounds, re-examinations, the catalogue and the watch over terms, one concept a file."""

from .catalogue import CatalogueChoice, CatalogueEntry
from .expiry import ExpiryDays, ExpiryNotice
from .reexamination import Reexamination, ReexaminationItem
from .review_round import ReviewRound
from .round_item import RoundItem
from .round_unit import RoundUnit

__all__ = [
    "CatalogueChoice",
    "CatalogueEntry",
    "ExpiryDays",
    "ExpiryNotice",
    "Reexamination",
    "ReexaminationItem",
    "ReviewRound",
    "RoundItem",
    "RoundUnit",
]
