"""Calling hooks of strangers: each on its own, with a budget, its answer checked. Whatever they do, the caller goes on.

A hook cannot be stopped while it runs, as it runs in the caller's thread. One that took longer than its budget, or
failed, three times running is left out for a minute, so that what is slow is slow once and not on every page.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from threading import Lock
from typing import Any, Final, Generic, TypeVar

from .registry import implementations_of

logger = logging.getLogger("gongkai.plugins")

Answer = TypeVar("Answer")
#: Seconds that one hook may take while a public page is made.
BUDGET: Final = 0.25
#: So many troubles running, and a hook is left out for so many seconds.
PATIENCE, PAUSE_SECONDS = 3, 60.0


class Kind(StrEnum):
    """What went wrong."""

    RAISED = "raised"
    SLOW = "slow"
    WRONG_TYPE = "wrong_type"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a hook of a plug-in did wrong; ``details`` are for who operates the installation."""

    plugin: str
    hook: str
    kind: Kind
    details: str


@dataclass(frozen=True, slots=True)
class Given(Generic[Answer]):
    """What one plug-in answered."""

    plugin: str
    answer: Answer


class WrongAnswer(TypeError):
    """Raised by a check: the answer is not what the hook's docstring asks for."""


Listener = Callable[[Trouble], None]
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Tell ``listener`` of every trouble; it must not raise."""
    if listener not in _listeners:
        _listeners.append(listener)


@contextmanager
def overheard() -> Iterator[list[Trouble]]:
    """The troubles of this block, told to nobody else."""
    kept, heard = list(_listeners), list[Trouble]()
    _listeners[:] = [heard.append]
    try:
        yield heard
    finally:
        _listeners[:] = kept


def call(
    hook: str, *, active: Collection[str], check: Callable[[Any], Answer], budget: float = BUDGET, **arguments: Any
) -> Iterator[Given[Answer]]:
    """Ask the plug-ins ``active`` that implement ``hook``, in the order of their names; see :func:`ask`.

    An answer of ``None`` says nothing and is left out.
    """
    for plugin, implementation in implementations_of(hook):
        if plugin in active:
            function = partial(implementation, **arguments)
            answer = ask(plugin, hook, function, check=partial(_unless_none, check), budget=budget)
            if answer is not None:
                yield Given(plugin, answer)


def ask(
    plugin: str,
    what: str,
    function: Callable[..., Any],
    *arguments: Any,
    check: Callable[[Any], Answer],
    budget: float = BUDGET,
) -> Answer | None:
    """Call something of ``plugin``, at ``what``: its answer, or ``None`` when it failed or has a pause.

    ``check`` turns what came back into what the caller works with, and raises :class:`WrongAnswer` if it cannot. One
    that came late is used this time.
    """
    if _pauses.pauses(plugin, what):
        return None
    begun = time.perf_counter()
    try:
        answer = check(function(*arguments))
    except WrongAnswer as error:
        tell(Trouble(plugin, what, Kind.WRONG_TYPE, str(error)))
        return None
    except Exception as error:
        logger.exception("a hook failed", extra={"plugin": plugin, "hook": what})
        tell(Trouble(plugin, what, Kind.RAISED, f"{type(error).__name__}: {error}"))
        return None
    spent = time.perf_counter() - begun
    if spent > budget:
        tell(Trouble(plugin, what, Kind.SLOW, f"{spent:.2f} s of {budget:.2f} s"))
    else:
        _pauses.forgive(plugin, what)
    return answer


def as_it_is(answer: Any) -> Any:
    """The check of what is right already: our own function made it."""
    return answer


def _unless_none(check: Callable[[Any], Answer], raw: Any) -> Answer | None:
    return None if raw is None else check(raw)


def tell(trouble: Trouble) -> None:
    """Log it and tell every listener; after some of one kind the hook has a pause."""
    _pauses.note(trouble.plugin, trouble.hook)
    logger.warning(
        "a hook gave trouble",
        extra={"plugin": trouble.plugin, "hook": trouble.hook, "kind": trouble.kind.value, "details": trouble.details},
    )
    for listener in _listeners:
        listener(trouble)


class _Pauses:
    """Which hooks are left out, in this process."""

    def __init__(self) -> None:
        self._troubles: dict[tuple[str, str], int] = {}
        self._until: dict[tuple[str, str], float] = {}
        self._lock = Lock()

    def pauses(self, plugin: str, hook: str) -> bool:
        return time.monotonic() < self._until.get((plugin, hook), 0.0)

    def note(self, plugin: str, hook: str) -> None:
        with self._lock:
            count = self._troubles[plugin, hook] = self._troubles.get((plugin, hook), 0) + 1
            if count >= PATIENCE:
                self._until[plugin, hook] = time.monotonic() + PAUSE_SECONDS

    def forgive(self, plugin: str, hook: str) -> None:
        if (plugin, hook) in self._troubles:
            with self._lock:
                self._troubles.pop((plugin, hook), None)
                self._until.pop((plugin, hook), None)

    def forget(self) -> None:
        with self._lock:
            self._troubles.clear()
            self._until.clear()


_pauses = _Pauses()
end_all_pauses = _pauses.forget
