"""What stands beside a document on its page: the rooms above the library name it, and install that here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument
    from disclosure_pages.public.links import Links


@dataclass(frozen=True, kw_only=True)
class Companion:
    """Public content that belongs to a document: what it is, its title and address, and a few words such as its day."""

    label: str
    title: str
    url: str
    detail: str = ""


Finder = Callable[["PolicyDocument", "Links"], Iterable[Companion]]
_finders: list[Finder] = []


def install_companions(finder: Finder) -> None:
    """Let ``finder(document, links)`` name public content that belongs to a document, in a fixed number of queries."""
    if finder not in _finders:
        _finders.append(finder)


def companions_of(document: PolicyDocument, links: Links) -> list[Companion]:
    """Everything that stands beside ``document``, in the order in which the rooms were installed."""
    return [companion for finder in _finders for companion in finder(document, links)]
