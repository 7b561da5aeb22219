"""``search query TEXT``: what readers would find."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from time import perf_counter
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.tenancy.models import District
from disclosure_pages.documents.days import read_day
from disclosure_pages.public.links import Links
from search.domain.asking import Asked, ask
from search.domain.labels import labels_of
from search.domain.vocabulary import present_vocabulary
from search.engines.contract import EngineAway, FacetName, Hit
from search.engines.registry import engine_named

from .engines import add_engine, engines_asked
from .report import Refused, Report

NAME = "query"
HELP = "Ask the search as a reader would."


def day(text: str) -> dt.date:
    """An ISO day of an option."""
    try:
        return read_day(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("text", metavar="TEXT", help="what a reader types")
    add_engine(parser)
    parser.add_argument("--on", type=day, metavar="DAY", help="the day for legal force, YYYY-MM-DD; default: today")
    parser.add_argument("--in-force", action="store_true", help="only what is in force on that day")
    parser.add_argument("--district", metavar="SLUG", help="only this district")
    parser.add_argument("--size", type=int, default=10, metavar="N", help="how many hits (default: 10)")


def run(
    *, text: str, engine: str, on: dt.date | None, in_force: bool, district: str | None, size: int, **options: Any
) -> Report:
    """Ask the engine that answers readers, or the one that was named."""
    name, vocabulary, begun = engines_asked(engine)[0], present_vocabulary(), perf_counter()
    try:
        asked = ask(
            text,
            engine=engine_named(name),
            vocabulary=vocabulary,
            on=on or timezone.localdate(),
            only_in_force=in_force,
            filters={FacetName.DISTRICT: frozenset({_district(district)})} if district else {},
            size=max(1, min(size, 100)),
        )
    except EngineAway as error:
        raise Refused(f"{name}: {error}") from error
    return _told(asked, name, perf_counter() - begun)


def _district(slug: str) -> str:
    if not District.objects.filter(slug=slug).exists():
        known = "、".join(District.objects.values_list("slug", flat=True))
        raise Refused(
            _("There is no district “%(slug)s”. There are: %(known)s") % {"slug": slug, "known": known or "–"}
        )
    return slug


def _told(asked: Asked, engine: str, seconds: float) -> Report:
    links, answer = Links(None), asked.answer
    total = f"{answer.total}+" if answer.is_bounded else str(answer.total)
    summary = _("%(engine)s: %(total)s hits in %(milliseconds)d ms") % {
        "engine": engine,
        "total": total,
        "milliseconds": seconds * 1000,
    }
    if asked.is_relaxed:
        summary += " · " + _("nothing holds all the words; these hold most of them")
    units = labels_of(FacetName.UNIT, {hit.unit for hit in answer.hits})
    told = (_lines(number, hit, units[hit.unit], links) for number, hit in enumerate(answer.hits, 1))
    lines = [summary, *(line for lines in told for line in lines)]
    values = {
        "engine": engine,
        "total": answer.total,
        "is_bounded": answer.is_bounded,
        "is_relaxed": asked.is_relaxed,
        "milliseconds": round(seconds * 1000, 1),
        "hits": [_values(hit, links) for hit in answer.hits],
    }
    return Report(lines, values)


def _lines(number: int, hit: Hit, unit: str, links: Links) -> Iterator[str]:
    facts = [hit.number, hit.published_on and hit.published_on.isoformat(), _force(hit), unit]
    yield f"{number:3}. {hit.title}"
    yield "     " + " · ".join(fact for fact in facts if fact)
    yield f"     {links.canonical(hit.url) or hit.url}"


def _force(hit: Hit) -> str:
    return labels_of(FacetName.FORCE, [hit.force])[hit.force]


def _values(hit: Hit, links: Links) -> dict[str, Any]:
    return {
        "key": hit.key,
        "title": hit.title,
        "number": hit.number,
        "url": links.canonical(hit.url),
        "type": hit.page_type,
        "district": hit.district,
        "unit": hit.unit,
        "published_on": hit.published_on,
        "force": hit.force,
        "score": round(hit.score, 4),
    }
