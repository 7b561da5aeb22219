"""Titles in book title marks, also such as hold further titles."""

from __future__ import annotations

import re

LONGEST_TITLE = 200
_MARK = re.compile(r"[《》。\n]")


def find_titles(text: str) -> list[tuple[int, int]]:
    """Places of the outermost ``《…》``, marks included, in their order.

    A mark that is never closed opens nothing: the titles after it are found all the same.
    """
    scan = _Scan()
    for mark in _MARK.finditer(text):
        scan.take(mark.group(), mark.start())
    scan.give_up()
    return scan.found


class _Scan:
    def __init__(self) -> None:
        self.found: list[tuple[int, int]] = []
        self._open: list[int] = []
        self._inner: list[tuple[int, int]] = []

    def take(self, mark: str, position: int) -> None:
        if self._open and (mark in "。\n" or position - self._open[0] > LONGEST_TITLE):
            self.give_up()
        if mark == "《":
            self._open.append(position)
        elif mark == "》" and self._open:
            self._close(self._open.pop(), position + 1)

    def give_up(self) -> None:
        """Forget marks that were not closed, and keep what was whole between them."""
        self.found += self._inner
        self._open, self._inner = [], []

    def _close(self, start: int, end: int) -> None:
        while self._inner and self._inner[-1][0] > start:
            self._inner.pop()
        if self._open:
            self._inner.append((start, end))
        else:
            self.found.append((start, end))
            self._inner = []
