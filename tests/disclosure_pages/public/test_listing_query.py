"""What may be asked of a listing, and how it is written in an address."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.listings import ListingQuery, parse_listing


def test_one_listing_has_one_address() -> None:
    asked = parse_listing(QueryDict("year=&page=1&size=20&utm_source=x&unit=jyj"))
    assert asked == ListingQuery(unit="jyj")
    assert asked.encode() == "?unit=jyj"
    assert ListingQuery().encode() == ""


@pytest.mark.parametrize("size", ["", "0007", "21", "100000"])
def test_unknown_page_size_falls_back(size: str) -> None:
    assert parse_listing(QueryDict(f"size={size}")).size == 20


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=x", "page=1.5", "year=2026年", "page=²", f"page={'9' * 10}", "size=x"]
)
def test_unreadable_number_is_refused(query: str) -> None:
    with pytest.raises(NoSuchListing):
        parse_listing(QueryDict(query))
