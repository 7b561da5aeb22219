"""Lists that stand beside the library's own: said by the rooms above, which install them when the process starts."""

from __future__ import annotations

from collections.abc import Callable

from .place import LibraryPlace

#: A place → label and address of a list there; ``None`` where there is none.
Beside = Callable[[LibraryPlace], tuple[str, str] | None]
_lists: list[Beside] = []


def install_list_beside(build: Beside) -> None:
    """Let the library's page lead to another list."""
    if build not in _lists:
        _lists.append(build)


def lists_beside(here: LibraryPlace) -> list[tuple[str, str]]:
    """Label and address of every list beside this library."""
    return [found for build in _lists if (found := build(here)) is not None]
