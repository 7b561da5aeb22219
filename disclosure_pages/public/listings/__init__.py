"""Listings of public content: what is asked, which rows, which choices."""

from .listing import Listing, column_listing
from .query import ListingQuery, parse_listing
from .rows import Row, in_year, listed_keys, newest_rows, read_rows

__all__ = [
    "Listing",
    "ListingQuery",
    "Row",
    "column_listing",
    "in_year",
    "listed_keys",
    "newest_rows",
    "parse_listing",
    "read_rows",
]
