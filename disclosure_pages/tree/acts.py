"""Marks on the running code: “the table is being applied”, “this is a recorded act on public content”.

Wagtail writes pages from many doors and often through a freshly fetched instance, so a mark cannot travel on the
instance. A context variable is local to the thread or task and always reset.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_structural: ContextVar[bool] = ContextVar("gongkai_structural_change", default=False)
_act: ContextVar[str] = ContextVar("gongkai_editorial_act", default="")


@contextmanager
def structural_change() -> Iterator[None]:
    """Allow structural pages (homes, columns, sections) to be written within the block."""
    token = _structural.set(True)
    try:
        yield
    finally:
        _structural.reset(token)


@contextmanager
def editorial_act(name: str) -> Iterator[None]:
    """Allow public content to be withdrawn, moved or deleted within the block, by the act called ``name``."""
    token = _act.set(name)
    try:
        yield
    finally:
        _act.reset(token)


def is_structural_change() -> bool:
    """Whether the tree's structure may be written now."""
    return _structural.get()


def current_act() -> str:
    """Name of the running act on public content, empty outside one."""
    return _act.get()
