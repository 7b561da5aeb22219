"""Painting places of a page out, with the letters below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PIL import ImageDraw

from plugins.contrib.requests.redaction.marks import BLOCKS, AreaMark, Place

from .drawing import Box, DrawnPage, Letter

PAINT, INK = "black", "white"
_MARGIN = 0.1  # of the height of a letter: fonts do not measure themselves exactly
_NUMBER_HEIGHT = 12  # pixels: a number in less could not be read


def bars_of(places: Iterable[Place], letters: Sequence[Letter]) -> list[tuple[int, Box, str]]:
    """A bar for each line of each place: page, rectangle, reason."""
    bars = []
    for start, end, reason in places:
        boxes = [(letter.page, letter.box) for letter in letters[start:end] if letter.box]
        lines: list[list[tuple[int, Box]]] = []
        for page, box in boxes:
            former = lines[-1][-1] if lines else None
            is_same = former is not None and former[0] == page and former[1].top <= box.middle <= former[1].bottom
            lines[-1].append((page, box)) if is_same else lines.append([(page, box)])
        bars += [(line[0][0], _around([box for _, box in line]), reason) for line in lines]
    return bars


def _around(boxes: Sequence[Box]) -> Box:
    tallest = max(max(box.bottom - box.top, box.right - box.left) for box in boxes)
    whole = Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
    return whole.grown(1 + _MARGIN * tallest / 4, 1 + _MARGIN * tallest)


def bar_of(area: AreaMark, page: DrawnPage) -> Box:
    """The rectangle that somebody drew."""
    across, down = page.picture.width / 100, page.picture.height / 100
    return Box(area.left * across, area.top * down, (area.left + area.width) * across, (area.top + area.height) * down)


def paint(page: DrawnPage, bars: Sequence[tuple[Box, int]]) -> None:
    """Each bar with the number of its reason. Letters below go, and blocks stand where the first of them was."""
    drawing = ImageDraw.Draw(page.picture)
    for bar, _number in bars:
        drawing.rectangle(tuple(bar), fill=PAINT)
    for bar, number in bars:
        if bar.bottom - bar.top >= _NUMBER_HEIGHT:
            place = ((bar.left + bar.right) / 2, bar.middle)
            drawing.text(place, str(number), fill=INK, anchor="mm", font_size=min(bar.bottom - bar.top - 4, 22))
    page.letters = list(_remaining([letter for letter in page.letters if letter.is_seen], [bar for bar, _ in bars]))


def _remaining(letters: Iterable[Letter], bars: Sequence[Box]) -> Iterable[Letter]:
    def bar_above(letter: Letter) -> int | None:
        if letter.box is None:
            return None
        return next((number for number, bar in enumerate(bars) if bar.covers(letter.box)), None)

    for number, group in groupby(letters, key=bar_above):
        if number is None:
            yield from group
        else:
            yield Letter(BLOCKS, bars[number], next(iter(group)).page)
