"""Tell whoever delivers in this process that there is something to do."""

from __future__ import annotations

from threading import Event

_something_to_do = Event()


def wake() -> None:
    """There is something to deliver."""
    _something_to_do.set()


def wait(seconds: float) -> None:
    """Until somebody calls :func:`wake`, ``seconds`` at most: other processes cannot call."""
    _something_to_do.wait(seconds)
    _something_to_do.clear()
