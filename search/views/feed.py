"""The feed of a question: what is published that it finds, the newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from disclosure_pages.public.rules import FEED_ENTRIES
from search.domain.finding import find
from search.domain.hits import FoundHit
from search.domain.reader_query import ReaderQuery
from search.engines.contract import Sort

from .answers import only_when_asked, private
from .place import SearchPlace


@require_safe
@only_when_asked
def search_feed(request: HttpRequest, here: SearchPlace, query: ReaderQuery) -> HttpResponseBase:
    """An entry for each of the newest hits; an address that somebody subscribes to stays the same."""
    newest = replace(query, page=1, size=FEED_ENTRIES, sort=Sort.NEWEST)
    site = here.place.site_name
    feed = Atom1Feed(
        title=_("Search for “%(words)s” - %(site)s") % {"words": query.text, "site": site} if query.text else site,
        link=request.build_absolute_uri(here.address("search") + query.encode()),
        description="",
        language=get_language(),
        author_name=here.place.organisation,
        feed_url=request.build_absolute_uri(),
    )
    for hit in find(newest, districts=here.districts, added=here.added).hits:
        feed.add_item(**_item(hit, here))
    return private(HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"))


def _item(hit: FoundHit, here: SearchPlace) -> dict[str, Any]:
    address = here.links.canonical(hit.url_path)
    day = timezone.make_aware(dt.datetime.combine(hit.published_on, dt.time())) if hit.published_on else timezone.now()
    return {
        "title": hit.plain_title,
        "link": address,
        "description": "".join(part.text for text in hit.texts[:1] for part in text.snippet.parts),
        "author_name": hit.unit_name,
        "pubdate": day,
        "updateddate": day,
        "unique_id": address,
    }
