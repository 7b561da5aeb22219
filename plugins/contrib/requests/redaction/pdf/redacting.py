"""The copy of a PDF: looked through as a whole, then drawn page by page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from django.utils.translation import gettext as _

from plugins.contrib.requests.redaction.marks import Place, merged
from plugins.contrib.requests.redaction.refusals import RedactionRefused
from plugins.contrib.requests.redaction.searching import Search

from .drawing import Box, Letter, draw, opened
from .painting import bar_of, bars_of, paint
from .searchable import is_searchable
from .writing import Writing

_Bars = dict[int, list[tuple[Box, int]]]


def redact_pdf(content: bytes, search: Search, clear_pages: Collection[int] = ()) -> bytes:
    """``clear_pages``: those of which a person has said that nothing is to go. Raises :class:`RedactionRefused`."""
    writing = Writing()
    with opened(content) as document:
        pages = len(document)
        _check_areas(search, pages)
        _check_looked_at(document, {*clear_pages, *(area.page for area in search.areas)})
        bars = _bars_of_words([letter for number in range(pages) for letter in draw(document, number).letters], search)
        for number in range(pages):
            page = draw(document, number)
            for area in search.areas:
                if area.page == number + 1:
                    bars[number].append((bar_of(area, page), search.reasons.index(area.reason) + 1))
            paint(page, bars[number])
            writing.add(page)
    return writing.finished()


def _check_areas(search: Search, pages: int) -> None:
    for area in search.areas:
        if not 1 <= area.page <= pages:
            problem = _("There is no page %(page)d: this PDF has %(pages)d.")
            raise RedactionRefused(problem % {"page": area.page, "pages": pages})
        if not (0 <= area.left < area.left + area.width <= 100 and 0 <= area.top < area.top + area.height <= 100):
            raise RedactionRefused(_("An area on page %(page)d is not within the page.") % {"page": area.page})


def _check_looked_at(document: Any, pages: Collection[int]) -> None:
    """No word is found on a scan, so nobody is to think that a search has cleared it."""
    missed = [number for number in range(1, len(document) + 1) if number not in pages]
    unread = [str(number) for number in missed if not is_searchable(document[number - 1])]
    if unread:
        problem = _("Words cannot be looked for on page %(pages)s. Mark an area on each, or confirm that nothing goes.")
        raise RedactionRefused(problem % {"pages": "、".join(unread)})


def _bars_of_words(letters: list[Letter], search: Search) -> _Bars:
    """Words are looked for in the order of the file and in the one in which they are seen: each may split them."""
    bars: _Bars = defaultdict(list)
    for order in (letters, _as_seen(letters)):
        places = merged(_places(order, search, again=order is not letters))
        for page, bar, reason in bars_of(places, order):
            bars[page].append((bar, search.reasons.index(reason) + 1))
    return bars


def _places(letters: Sequence[Letter], search: Search, *, again: bool) -> list[Place]:
    """A letter of the page may be several of the text, such as a ligature: places count letters of the page."""
    text = "".join(letter.text for letter in letters)
    owner = [number for number, letter in enumerate(letters) for _ in letter.text]
    return [(owner[start], owner[end - 1] + 1, reason) for start, end, reason in search.words_in(text, again=again)]


def _as_seen(letters: list[Letter]) -> list[Letter]:
    placed = [(letter.page, letter.box, letter) for letter in letters if letter.box]
    lines: list[list[tuple[int, Box, Letter]]] = []
    for page, box, letter in sorted(placed, key=lambda each: (each[0], each[1].middle)):
        former = lines[-1][0] if lines else None
        if former and former[0] == page and former[1].top <= box.middle <= former[1].bottom:
            lines[-1].append((page, box, letter))
        else:
            lines.append([(page, box, letter)])
    return [each[2] for line in lines for each in sorted(line, key=lambda each: each[1].left)]
