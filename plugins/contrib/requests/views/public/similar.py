"""What is public already and may answer an applicant before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from plugins.api import Links, Place, ReaderQuery, SearchRests, find_published

MOST = 5


def similar_documents(request: HttpRequest, place: Place, wanted: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Title, address and facts of what the public search finds for the information; nothing while the search rests.

    The name of the information and the document number are asked for, and nothing of the applicant: what people search
    for is counted.
    """
    words = wanted.get("document_number") or wanted["title"]
    try:
        found = find_published(ReaderQuery(text=words[:100], size=10), districts=[place.slug])
    except SearchRests:
        return []
    links = Links(request)
    return [
        (hit.plain_title, links.to(hit.url_path), " · ".join(filter(None, [hit.unit_name, _day(hit.published_on)])))
        for hit in (*found.hits, *found.others)[:MOST]
    ]


def _day(day: Any) -> str:
    return day.isoformat() if day else ""
