"""``search status``: how fresh the search is."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cms.steps.report import Report
from search.domain.status import EngineStatus, SearchStatus, search_status
from search.engines.registry import configured_engines

from .report import ago, moment

NAME = "status"
HELP = "What waits to be delivered, which index answers, what fails. Exit status 1 when something does."


def add_arguments(parser: ArgumentParser) -> None:
    """This step has no options of its own."""


def run(**options: Any) -> Report:
    """Ask the database and the engines."""
    if not configured_engines():
        return Report([_("There is no search: SEARCH_ENGINE is empty.")], {"engines": []})
    status = search_status()
    return Report([*_lines(status)], _values(status), is_failure=not status.is_fine)


def _lines(status: SearchStatus) -> Iterator[str]:
    yield _("Public pages: %(number)d") % {"number": status.public_pages}
    yield _("Changes not looked at yet: %(number)d") % {"number": status.events}
    for event in status.failed_events:
        yield f"    {event}: {event.last_error}"
    for engine in status.engines:
        yield from _engine_lines(engine)


def _engine_lines(engine: EngineStatus) -> Iterator[str]:
    yield ""
    yield f"{engine.name}: {engine.problem or engine.index}"
    for index in engine.indexes:
        role = _("answers") if index.is_serving else _("kept or being built")
        yield _("    %(name)s: %(number)d documents, %(role)s") % {
            "name": index.name,
            "number": index.documents,
            "role": role,
        }
    if engine.behind_since is not None:
        yield _("    Pages to be told about: %(number)d, the first for %(time)s") % {
            "number": engine.waiting,
            "time": ago(engine.behind_since),
        }
    if engine.failing_since is not None:
        yield _("    Deliveries fail for %(time)s: %(error)s") % {
            "time": ago(engine.failing_since),
            "error": engine.last_error,
        }
    yield from (f"    {failure.key}: {failure.reason}" for failure in engine.failures)
    if engine.build is not None:
        yield _("    Being built: %(done)d of %(total)d pages (manage.py search rebuild goes on)") % {
            "done": engine.build.done,
            "total": engine.build.total,
        }


def _values(status: SearchStatus) -> dict[str, Any]:
    return {
        "public_pages": status.public_pages,
        "events": status.events,
        "lag_seconds": round(status.lag.total_seconds(), 1),
        "failed_events": [{"event": str(event), "error": event.last_error} for event in status.failed_events],
        "engines": [_engine_values(engine) for engine in status.engines],
    }


def _engine_values(engine: EngineStatus) -> dict[str, Any]:
    return {
        "name": engine.name,
        "problem": engine.problem,
        "index": engine.index,
        "indexes": [
            {"name": index.name, "serves": index.is_serving, "documents": index.documents} for index in engine.indexes
        ],
        "waiting": engine.waiting,
        "behind_since": moment(engine.behind_since),
        "delivered_at": moment(engine.delivered_at),
        "failing_since": moment(engine.failing_since),
        "next_try_at": moment(engine.next_try_at),
        "last_error": engine.last_error,
        "failures": engine.number_of_failures,
        "failed": [{"page": failure.key, "reason": failure.reason} for failure in engine.failures],
        "build": {"done": engine.build.done, "total": engine.build.total} if engine.build else None,
    }
