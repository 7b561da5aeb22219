"""The search box of the masthead. A room above this one installs the screen that answers; without it there is none.

The screen takes ``q`` and, for pages of one kind only, ``type``, the name of their model. ``suggestions.json`` below it
answers the same fields with ``{"suggestions": [titles], "announcement": sentence}``, which the script of the box shows
while somebody types.
"""

from __future__ import annotations

from collections.abc import Callable

from .place import Place

_screens: list[Callable[[str], str]] = []


def install_search_box(address: Callable[[str], str]) -> None:
    """Let every public page ask ``address(home address)``."""
    _screens[:] = [address]


def search_address(place: Place, *, home_url: str) -> str:
    """Where the box of ``place`` leads; empty where no city and no district is set up."""
    if not (place.home_path or place.city_path):
        return ""
    return next((address(home_url) for address in _screens), "")
