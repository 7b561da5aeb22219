"""What to do next about the search, from its state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from search.enums import Delivery

from .alarm import LAG
from .status import EngineStatus, SearchStatus


@dataclass(frozen=True, slots=True)
class Step:
    """What is the matter, or may be; ``command`` is what to run, empty if that is no matter of commands."""

    text: str
    command: str = ""


def next_steps(status: SearchStatus) -> list[Step]:
    """The most urgent first; at least one."""
    steps = [*_of_engines(status), *_of_delivery(status)]
    if not status.engines:
        steps.append(Step(_("There is no search: choose an engine with the variable SEARCH_ENGINE.")))
    return steps or [Step(_("Nothing is to be done. To compare the index with the database:"), _command("verify"))]


def _of_engines(status: SearchStatus) -> Iterator[Step]:
    for engine in status.engines:
        yield from _of_engine(engine)


def _of_engine(engine: EngineStatus) -> Iterator[Step]:
    if engine.build is not None:
        text = _("%(engine)s: an index is being built. If that was interrupted, this goes on with it:")
        yield Step(text % {"engine": engine.name}, _command("rebuild", engine))
    elif engine.needs_index:
        text = _("%(engine)s has no index that answers. Build one:")
        yield Step(text % {"engine": engine.name}, _command("rebuild", engine))
    elif engine.problem:
        text = _("%(engine)s does not answer. Bring it back; what has changed meanwhile is delivered then by itself.")
        yield Step(text % {"engine": engine.name}, _command("status"))
    elif engine.number_of_failures:
        text = _("%(engine)s did not take some pages. They are tried again by themselves; to deliver them now:")
        yield Step(text % {"engine": engine.name}, f"{_command('verify', engine)} --fix")


def _of_delivery(status: SearchStatus) -> Iterator[Step]:
    if status.lag <= LAG or any(engine.problem for engine in status.engines):
        return
    if settings.SEARCH_DELIVERY == Delivery.WORKER:
        yield Step(_("Changes have been waiting for long. Is the worker running?"), f"{_command('drain')} --follow")
    else:
        yield Step(
            _("Changes have been waiting for long. Restart the server, or deliver them once:"), _command("drain")
        )


def _command(step: str, engine: EngineStatus | None = None) -> str:
    return f"manage.py search {step}" + (f" --engine {engine.name}" if engine else "")
