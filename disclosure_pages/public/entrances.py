"""Entrances: screens of rooms above this one that every public page leads to, beside the columns.

A room installs its entrance when the process starts; the masthead shows them in their order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .place import Place


@dataclass(frozen=True)
class Entrance:
    """A link of the masthead. ``address`` makes it of the home's address, which ends in a slash."""

    name: str
    label: Any
    address: Callable[[str], str]


_entrances: dict[str, Entrance] = {}


def install_entrance(name: str, *, label: Any, address: Callable[[str], str]) -> None:
    """Let every public page lead to ``address(home address)``; ``label`` is translated when it is shown."""
    _entrances[name] = Entrance(name, label, address)


def entrances_of(place: Place, *, home_url: str) -> list[tuple[str, str]]:
    """Label and address of each entrance; none where no city and no district is set up."""
    if not (place.home_path or place.city_path):
        return []
    return [(str(entrance.label), entrance.address(home_url)) for entrance in _entrances.values()]
