"""Where the marks lead in a text, and how often each has led somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from .folding import find, folded
from .marks import AreaMark, Mark, Place, SpanMark, WordMark, reasons_of
from .refusals import RedactionRefused


class Search:
    """The marks of one copy. ``found`` counts the places of each mark, by its place among them."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        if not marks:
            raise RedactionRefused(_("Nothing is marked yet. Mark words, or an area of a page."))
        for mark in marks:
            if isinstance(mark, WordMark) and not folded(mark.words):
                raise RedactionRefused(_("A mark has no letters to look for."))
        self.marks = tuple(marks)
        self.reasons = reasons_of(marks)
        self.found: Counter[int] = Counter()

    @property
    def words(self) -> list[str]:
        return [mark.words for mark in self.marks if isinstance(mark, WordMark)]

    @property
    def areas(self) -> list[AreaMark]:
        return [mark for mark in self.marks if isinstance(mark, AreaMark)]

    def words_in(self, text: str, *, again: bool = False) -> list[Place]:
        """Every place of every word. ``again``: the same text in another order."""
        places: list[Place] = []
        for number, mark in enumerate(self.marks):
            if isinstance(mark, WordMark):
                found = find(text, mark.words)
                self.found[number] = max(self.found[number], len(found)) if again else self.found[number] + len(found)
                places += [(start, end, mark.reason) for start, end in found]
        return places

    def places_in(self, text: str) -> list[Place]:
        """Every place of every word, and the places that were chosen in this text by hand."""
        chosen: list[Place] = []
        for number, mark in enumerate(self.marks):
            if isinstance(mark, SpanMark):
                if not 0 <= mark.start < mark.end <= len(text):
                    raise RedactionRefused(_("A chosen place is not in this text. Choose it again."))
                self.found[number] += 1
                chosen.append((mark.start, mark.end, mark.reason))
        return [*self.words_in(text), *chosen]

    def check_all_found(self) -> None:
        """A word that was marked and is nowhere may stand in a picture: nobody is to think that it is gone."""
        for number, mark in enumerate(self.marks):
            if isinstance(mark, WordMark) and not self.found[number]:
                problem = _("“%(words)s” is nowhere in the text. If it can be seen on a page, mark its area.")
                raise RedactionRefused(problem % {"words": mark.words})
