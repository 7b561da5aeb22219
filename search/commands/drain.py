"""``search drain``: deliver what waits, once or as long as the process lives."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.utils.translation import gettext as _
from rich.console import Console

from cms.steps.report import Report
from search.domain.forgetting import forget_old_counts
from search.domain.keeping import keep_up
from search.domain.status import search_status
from search.outbox.delivering import Delivered
from search.outbox.waking import wake
from search.outbox.work import work

from .engines import engines_asked

NAME = "drain"
HELP = "Deliver what waits to the engines. With --follow, go on until stopped: the worker of SEARCH_DELIVERY=worker."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--follow", action="store_true", help="go on until stopped (SIGTERM, Ctrl-C)")


def run(*, follow: bool, console: Console, **options: Any) -> Report:
    """Exit status 1 when an engine could not be told everything."""
    engines_asked("")
    if follow:
        return _follow(console)
    done = work()
    forget_old_counts()
    status = search_status()
    report = Report(is_failure=not status.is_fine or any(engine.waiting for engine in status.engines))
    report.values["engines"] = []
    for engine in status.engines:
        delivered = done.get(engine.name, Delivered())
        report.lines.append(_line(engine.name, delivered))
        if engine.problem or engine.last_error:
            report.lines.append(f"    {engine.problem or engine.last_error}")
        values = {"delivered": delivered.pages, "refused": delivered.failures, "waiting": engine.waiting}
        report.values["engines"].append({"engine": engine.name, **values, "problem": engine.problem})
    return report


def _line(name: str, delivered: Delivered) -> str:
    text = _("%(engine)s: %(number)d pages delivered, %(refused)d not taken")
    return text % {"engine": name, "number": delivered.pages, "refused": delivered.failures}


def _follow(console: Console) -> Report:
    """Each delivery is a line. A signal ends it after the round that is under way, which loses nothing anyway."""
    over = Event()

    def stop(*args: Any) -> None:
        over.set()
        wake()

    def told(done: dict[str, Delivered]) -> None:
        for name, delivered in done.items():
            if delivered.pages:
                console.print(_line(name, delivered))

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        keep_up(is_over=over.is_set, replaces_foreign=False, told=told)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return Report([_("Stopped.")])
