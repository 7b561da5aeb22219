"""``search query TEXT``: what readers would find."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter
from typing import Any

from django.utils.translation import gettext as _

from cms.steps.report import Refused, Report
from cms.tenancy.models import District
from disclosure_pages.documents.days import iso_day
from disclosure_pages.public.links import Links
from search.domain.added import added_facets
from search.domain.answering import SearchRests
from search.domain.facets import headings_with
from search.domain.finding import Found, find
from search.domain.hits import FoundHit
from search.domain.reader_query import ReaderQuery, in_order
from search.engines.contract import AnyFacet, facet_named
from search.query.lexing import clean

from .engines import add_engine, engines_asked

NAME = "query"
HELP = "Ask the search as a reader would."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("text", metavar="TEXT", help="what a reader types")
    add_engine(parser)
    parser.add_argument("--on", type=iso_day, metavar="DAY", help="the day for legal force, YYYY-MM-DD; default: today")
    parser.add_argument("--in-force", action="store_true", help="only what is in force on that day")
    parser.add_argument("--district", metavar="SLUG", help="only this district")
    parser.add_argument(
        "--narrow",
        action="append",
        default=[],
        metavar="FACET=VALUE",
        help="as on the screen, as unit=furong/jyj; again",
    )
    parser.add_argument("--size", type=int, default=10, metavar="N", help="how many hits (default: 10)")


def run(
    *,
    text: str,
    engine: str,
    on: dt.date | None,
    in_force: bool,
    district: str | None,
    narrow: list[str],
    size: int,
    **options: Any,
) -> Report:
    """Ask the engine that answers readers, or the one that was named."""
    districts = _districts(district)
    added, begun = added_facets(districts), perf_counter()
    query = ReaderQuery(
        text=clean(text),
        chosen=in_order(_pair(given, headings_with(added)) for given in narrow),
        on=on,
        only_in_force=in_force,
        size=max(1, min(size, 100)),
    )
    try:
        found = find(query, districts=districts, engines=engines_asked(engine), added=added)
    except SearchRests as error:
        raise Refused(str(error)) from error
    return _told(found, perf_counter() - begun)


def _districts(slug: str | None) -> list[str]:
    known = list(District.objects.values_list("slug", flat=True))
    if slug and slug not in known:
        raise Refused(
            _("There is no district “%(slug)s”. There are: %(known)s")
            % {"slug": slug, "known": "、".join(known) or "–"}
        )
    return [slug] if slug else known


def _pair(given: str, known: Mapping[AnyFacet, Any]) -> tuple[AnyFacet, str]:
    name, _equals, value = given.partition("=")
    if name not in known or not clean(value):
        raise Refused(
            _("“%(given)s” narrows nothing. Write FACET=VALUE; there are: %(known)s")
            % {"given": given, "known": "、".join(map(str, known))}
        )
    return facet_named(name), clean(value)


def _told(found: Found, seconds: float) -> Report:
    links = Links(None)
    summary = _("%(engine)s: %(total)s hits in %(milliseconds)d ms") % {
        "engine": found.engine,
        "total": f"{found.total}+" if found.is_bounded else str(found.total),
        "milliseconds": seconds * 1000,
    }
    if found.is_relaxed:
        summary += " · " + _("nothing holds all the words; these hold most of them")
    lines = [summary, *_spelling(found), *_counted(found), *_told_hits(found.hits, links)]
    if found.others:
        lines += [_("These hold most of the words:"), *_told_hits(found.others, links)]
    values = {
        "engine": found.engine,
        "total": found.total,
        "is_bounded": found.is_bounded,
        "is_relaxed": found.is_relaxed,
        "spelling": found.spelling,
        "is_respelt": found.is_respelt,
        "milliseconds": round(seconds * 1000, 1),
        "hits": [_values(hit, links) for hit in found.hits],
        "others": [_values(hit, links) for hit in found.others],
        "facets": {str(facet): dict(counts) for facet, counts in found.counts.items()},
    }
    return Report(lines, values)


def _spelling(found: Found) -> list[str]:
    if not found.spelling:
        return []
    words = {"words": found.query.text, "spelling": found.spelling}
    if found.is_respelt:
        return [_("Nothing was found of “%(words)s”; these are hits of “%(spelling)s”.") % words]
    return [_("Did you mean “%(spelling)s”?") % words]


def _counted(found: Found) -> Iterator[str]:
    """What plug-ins count; the facets of every installation are for programs and the screen."""
    for one in found.added:
        labels, counts = found.labels.get(one.facet, {}), found.counts.get(one.facet, {})
        named = (f"{labels.get(value, value)} ({total})" for value, total in sorted(counts.items()))
        yield f"{one.heading}: {'、'.join(named) or '–'}"


def _told_hits(hits: Sequence[FoundHit], links: Links) -> Iterator[str]:
    for number, hit in enumerate(hits, 1):
        yield from _lines(number, hit, links)


def _lines(number: int, hit: FoundHit, links: Links) -> Iterator[str]:
    day = hit.published_on.isoformat() if hit.published_on else ""
    facts = ["".join(part.text for part in hit.number), day, hit.force_name, hit.unit_name]
    yield f"{number:3}. {hit.plain_title}"
    yield "     " + " · ".join(fact for fact in facts if fact)
    yield f"     {links.canonical(hit.url_path) or hit.url_path}"


def _values(hit: FoundHit, links: Links) -> dict[str, Any]:
    return {
        "key": hit.key,
        "title": hit.plain_title,
        "number": "".join(part.text for part in hit.number),
        "url": links.canonical(hit.url_path),
        "type": hit.page_type,
        "district": hit.district,
        "unit": hit.unit,
        "published_on": hit.published_on,
        "force": hit.force,
        "score": round(hit.score, 4),
    }
