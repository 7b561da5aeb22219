"""Kinds of content that are not everywhere, or not now: a room above says where, and how readers see them elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.db.models import Q


class Showing(StrEnum):
    """How content of a kind is shown in a district."""

    FULL = "full"
    PLAIN = "plain"  # its text, its facts and its files, without what makes the kind a kind; none is written anew
    HIDDEN = "hidden"  # to readers it is not there


#: ``showing(kind, district key, request)``; the request is ``None`` where there is none.
Question = Callable[[Any, int | None, Any], Showing]
_questions: list[Question] = []
#: ``hidden(prefix)``: a condition on pages, whose fields are reached by ``prefix``; ``None``: it hides none.
Hidden = Callable[[str], Q | None]
_hidden: list[Hidden] = []


def install_availability(question: Question, *, hidden: Hidden) -> None:
    """Let ``question`` decide about kinds, and ``hidden`` select the pages that it hides from readers."""
    _questions[:], _hidden[:] = [question], [hidden]


def showing(kind: Any, district: int | None, *, request: Any = None) -> Showing:
    """How pages of ``kind`` are shown in the district with the key ``district``."""
    return next((question(kind, district, request) for question in _questions), Showing.FULL)


def unless_hidden(*, prefix: str = "") -> Q:
    """The condition on pages that readers may see them as far as their kind goes; empty when no kind is hidden.

    ``prefix`` leads to the page, as ``page__`` does.
    """
    found = next((hidden(prefix) for hidden in _hidden), None)
    return Q() if found is None else ~found
