"""One round of work: events to versions, versions to every engine."""

from __future__ import annotations

from search.engines.registry import configured_engines

from .delivering import Delivered, try_to_deliver
from .dispatching import dispatch


def work() -> dict[str, Delivered]:
    """Do everything that can be done now. An engine that is away holds up no other one."""
    dispatch()
    return {name: try_to_deliver(name) for name in configured_engines()}
