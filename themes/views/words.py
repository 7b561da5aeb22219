"""Tokens in the words of a designer, and the verdict on what is read on what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from themes.contrast import Pair

WORDS: dict[str, Any] = {
    "paper": pgettext_lazy("colour", "the page"),
    "surface": pgettext_lazy("colour", "cards"),
    "ink": pgettext_lazy("colour", "text"),
    "ink-soft": pgettext_lazy("colour", "quiet text"),
    "line-strong": pgettext_lazy("colour", "borders of fields"),
    "accent": pgettext_lazy("colour", "links"),
    "accent-soft": pgettext_lazy("colour", "the soft tone of links"),
    "accent-ink": pgettext_lazy("colour", "text on buttons"),
    "seal": pgettext_lazy("colour", "the seal and rules"),
    "band": pgettext_lazy("colour", "the masthead"),
    "band-ink": pgettext_lazy("colour", "text in the masthead"),
    "notice": pgettext_lazy("colour", "notices"),
    "focus": pgettext_lazy("colour", "the mark of the keyboard"),
}


@dataclass(frozen=True)
class PairLine:
    """One pair of the verdict."""

    label: str
    ratio: str
    needed: str
    holds: bool


def pair_lines(verdict: list[tuple[Pair, float, bool]]) -> list[PairLine]:
    """The verdict, what cannot be read first."""
    lines = [
        PairLine(
            _("%(ink)s on %(ground)s") % {"ink": WORDS[pair.ink], "ground": WORDS[pair.ground]},
            f"{ratio:.2f}:1",
            f"{pair.needed:g}:1",
            holds,
        )
        for pair, ratio, holds in verdict
    ]
    return sorted(lines, key=lambda line: line.holds)
