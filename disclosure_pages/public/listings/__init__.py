"""Listings of public content: what is asked, which rows, which choices."""

from .listing import Listing, column_listing
from .query import ListingQuery, parse_listing
from .rows import Row, in_year, keys_of_districts, listed_keys, read_rows

__all__ = [
    "Listing",
    "ListingQuery",
    "Row",
    "column_listing",
    "in_year",
    "keys_of_districts",
    "listed_keys",
    "parse_listing",
    "read_rows",
]
