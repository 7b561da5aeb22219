"""``search rebuild``: a new index, or back to the former one."""

from __future__ import annotations

from argparse import ArgumentParser
from time import perf_counter
from typing import Any

from django.utils.translation import gettext as _
from rich.console import Console

from cms.steps.report import Refused, Report
from search.domain.locking import Busy
from search.domain.rebuilding import rebuild, roll_back
from search.engines.contract import EngineAway

from .engines import add_engine, engines_asked
from .report import bar

NAME = "rebuild"
HELP = "Build a new index and let it answer; the site answers all the time. What was killed goes on where it stopped."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_engine(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--afresh", action="store_true", help="begin anew, also when a build was broken off")
    what.add_argument("--rollback", action="store_true", help="build nothing: let the former index answer again")


def run(*, engine: str, afresh: bool, rollback: bool, console: Console, **options: Any) -> Report:
    """For every engine that is configured, or the one that was named."""
    report = Report(values={"engines": []})
    for name in engines_asked(engine):
        try:
            told = _roll_back(name) if rollback else _rebuild(name, afresh, console)
        except Busy:
            raise Refused(_("Another process builds an index of %(engine)s.") % {"engine": name}) from None
        except EngineAway as error:
            raise Refused(f"{name}: {error}") from error
        report.lines.append(told.lines[0])
        report.values["engines"].append(told.values)
    return report


def _rebuild(name: str, afresh: bool, console: Console) -> Report:
    begun = perf_counter()
    with bar(console, name) as progress:
        done = rebuild(name=name, progress=progress, afresh=afresh)
    seconds = perf_counter() - begun
    line = _("%(engine)s: %(number)d pages in %(seconds).1f s, index %(index)s") % {
        "engine": name,
        "number": done.pages,
        "seconds": seconds,
        "index": done.index,
    }
    if done.failures:
        line += " · " + _("not taken: %(number)d (see manage.py search status)") % {"number": done.failures}
    values = {"engine": name, "index": done.index, "pages": done.pages, "failures": done.failures}
    return Report([line], {**values, "went_on": done.went_on, "seconds": round(seconds, 2)})


def _roll_back(name: str) -> Report:
    try:
        index = roll_back(name=name)
    except LookupError:
        raise Refused(_("%(engine)s has no former index.") % {"engine": name}) from None
    line = _("%(engine)s: the index %(index)s answers again") % {"engine": name, "index": index}
    return Report([line], {"engine": name, "index": index})
