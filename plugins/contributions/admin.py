"""Entries of menus and piles of work in the admin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cms.people.models import User
    from plugins.manifest import Text


class Menu(StrEnum):
    """The menus that take entries."""

    MAIN = "main"
    REPORTS = "reports"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """A way to one of the plug-in's admin screens, for people with one of ``roles`` in a district where it is on.

    ``url_name`` is the name of the address within the plug-in's own ``admin_addresses``.
    """

    label: Text
    url_name: str
    roles: frozenset[str]
    icon: str = "clipboard-list"
    order: int = 800
    menu: Menu = Menu.MAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class PageButton:
    """A way from a page of the tree to one of the plug-in's admin screens, in the header of the page's own screens.

    It is offered on content, columns and sections of a district where the plug-in is on, to people with one of
    ``roles`` in that district. ``url_name`` is the name of an address within the plug-in's ``admin_addresses`` that
    takes the page's key as its one argument; the screen asks for itself what the person may do with the page.
    """

    label: Text
    url_name: str
    roles: frozenset[str]
    icon: str = "link"
    order: int = 90


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One thing to do."""

    label: str
    url: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DeskPile:
    """``count`` things wait; the first few of them as rows. ``url`` leads to all."""

    count: int
    rows: Sequence[DeskRow]
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPanel:
    """A pile of work on the admin's home: ``pile(user, districts)``, or ``None`` for people whom it does not concern.

    ``districts`` are the keys of those where the plug-in is on and the person has a role.
    """

    name: str
    heading: Text
    pile: Callable[[User, frozenset[int]], DeskPile | None]
    icon: str = "tasks"
    order: int = 200

    def __post_init__(self) -> None:
        if not callable(self.pile):
            raise TypeError(f"“pile” of {self.name} cannot be called.")


def is_pile(value: Any) -> bool:
    """Whether a panel answered what it should."""
    return isinstance(value, DeskPile) and all(isinstance(row, DeskRow) for row in value.rows)
