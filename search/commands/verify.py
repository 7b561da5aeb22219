"""``search verify``: does the index say what the database says?"""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.steps.report import Refused, Report
from search.domain.verifying import Difference, DifferenceKind, Verified, fix, verify
from search.engines.contract import EngineAway
from search.outbox.work import work

from .engines import add_engine, engines_asked

NAME = "verify"
HELP = "Compare key and version of every public page with the index and name what differs. Exit status 1 if it does."
NAMED = 50


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_engine(parser)
    parser.add_argument("--fix", action="store_true", help="deliver what differs anew, and compare again")


def run(*, engine: str, fix: bool, **options: Any) -> Report:
    """For every engine that is configured, or the one that was named."""
    report = Report(values={"engines": []})
    for name in engines_asked(engine):
        try:
            found = _fixed(name) if fix else verify(name=name)
        except EngineAway as error:
            raise Refused(f"{name}: {error}") from error
        report.lines += _lines(name, found)
        report.values["engines"].append({"engine": name, **_values(found)})
        report.is_failure |= bool(found.differences)
    return report


def _fixed(name: str) -> Verified:
    work()
    fix(differences=verify(name=name).differences)
    work()
    return verify(name=name)


def _lines(name: str, found: Verified) -> Iterator[str]:
    if not found.differences:
        yield _("%(engine)s: %(number)d public pages, and the index agrees on all (%(digest)s)") % {
            "engine": name,
            "number": found.pages,
            "digest": found.digest,
        }
        return
    yield _("%(engine)s: %(number)d differences in %(pages)d public pages") % {
        "engine": name,
        "number": len(found.differences),
        "pages": found.pages,
    }
    words = _words()
    for kind, number in Counter(difference.kind for difference in found.differences).items():
        yield f"    {words[kind]}: {number}"
    yield from (f"    {_named(difference, words)}" for difference in found.differences[:NAMED])
    if len(found.differences) > NAMED:
        yield _("    and %(number)d more; --json names all") % {"number": len(found.differences) - NAMED}
    if found.waiting:
        yield _("    Changes under way: %(number)d; manage.py search drain delivers them") % {"number": found.waiting}
    yield _("    → manage.py search verify --fix")


def _words() -> dict[DifferenceKind, str]:
    return {
        DifferenceKind.MISSING: pgettext("of a page in the index", "missing"),
        DifferenceKind.STALE: pgettext("of a page in the index", "another state"),
        DifferenceKind.NOT_PUBLIC: pgettext("of a page in the index", "not public any more"),
    }


def _named(difference: Difference, words: dict[DifferenceKind, str]) -> str:
    return f"{difference.key} {words[difference.kind]} {difference.found or '–'} → {difference.expected or '–'}"


def _values(found: Verified) -> dict[str, Any]:
    return {**asdict(found), "differences": [asdict(difference) for difference in found.differences]}
