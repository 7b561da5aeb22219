"""Tokens: the custom properties that a theme may set. The list is closed, and each has a kind that its value must fit.

Values go into a style sheet, so a kind is a whitelist of how a value may be written: nothing in it can end a
declaration or load anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from .contrast import Pair


class Kind(StrEnum):
    """What a token holds."""

    COLOUR = "colour"
    SIZE = "size"
    NUMBER = "number"
    TYPEFACE = "typeface"


class Mode(StrEnum):
    """When a set of tokens counts. Elder and contrast are what readers choose; dark is what their machine asks for."""

    LIGHT = "light"
    DARK = "dark"
    ELDER = "elder"
    CONTRAST = "contrast"


Tokens = Mapping[str, str]
ModeTokens = Mapping[Mode, Tokens]

KIND_OF: Mapping[str, Kind] = MappingProxyType(
    {
        **dict.fromkeys(("font-text", "font-title"), Kind.TYPEFACE),
        **dict.fromkeys(("root-size", "step--1", "step-0", "step-1", "step-2", "step-3"), Kind.SIZE),
        **dict.fromkeys(("leading", "leading-title"), Kind.NUMBER),
        **dict.fromkeys(("space-1", "space-2", "space-3", "space-4", "space-5"), Kind.SIZE),
        **dict.fromkeys(("frame", "measure", "radius", "link-line"), Kind.SIZE),
        **dict.fromkeys(("paper", "surface", "ink", "ink-soft", "line", "line-strong"), Kind.COLOUR),
        **dict.fromkeys(("accent", "accent-soft", "accent-ink", "seal", "band", "band-ink", "notice"), Kind.COLOUR),
        **dict.fromkeys(("focus",), Kind.COLOUR),
    }
)

_LENGTH = r"(?:0|\d{1,4}(?:\.\d{1,4})?(?:rem|em|px|%|vw))"
_SUM = rf"{_LENGTH}(?: [+-] {_LENGTH})?"
_FAMILY = r"(?:\"[^\"\\;{}<>]{1,60}\"|[A-Za-z][A-Za-z-]{0,39})"
_WRITTEN = {
    Kind.COLOUR: re.compile(r"#[0-9a-fA-F]{6}"),
    Kind.SIZE: re.compile(rf"{_LENGTH}|clamp\({_SUM}, {_SUM}, {_SUM}\)"),
    Kind.NUMBER: re.compile(r"[1-3](?:\.\d{1,3})?"),
    Kind.TYPEFACE: re.compile(rf"{_FAMILY}(?:, {_FAMILY}){{0,14}}"),
}
_EXAMPLE = {
    Kind.COLOUR: "#a3271f",
    Kind.SIZE: "1.25rem or clamp(1.3rem, 1.15rem + 0.9vw, 1.6rem)",
    Kind.NUMBER: "1.75",
    Kind.TYPEFACE: '"Noto Serif CJK SC", serif',
}

TEXT, LARGE, ENHANCED = 4.5, 3.0, 7.0  # WCAG 2.2, 1.4.3 and 1.4.11; 1.4.6 for the modes that readers choose
_TEXTS = (
    *(("ink", "paper"), ("ink", "surface"), ("ink", "accent-soft"), ("ink", "notice")),
    *(("ink-soft", "paper"), ("ink-soft", "surface"), ("accent", "paper"), ("accent", "surface")),
    *(("accent", "accent-soft"), ("accent-ink", "accent"), ("band-ink", "band")),
)
_SHAPES = (("seal", "surface"), ("focus", "paper"), ("focus", "surface"), ("line-strong", "surface"))


def pairs_of(mode: Mode) -> tuple[Pair, ...]:
    """What is read on what in ``mode``, with the ratio that it needs."""
    text = TEXT if mode in {Mode.LIGHT, Mode.DARK} else ENHANCED
    return (*(Pair(*names, text) for names in _TEXTS), *(Pair(*names, LARGE) for names in _SHAPES))


def faults_of_tokens(tokens: Mapping[str, object]) -> Iterator[str]:
    """What is wrong with single tokens, each as a sentence for the theme's author."""
    for name, value in tokens.items():
        kind = KIND_OF.get(name)
        if kind is None:
            yield f"There is no token “{name}”."
        elif not (isinstance(value, str) and _WRITTEN[kind].fullmatch(value)):
            yield f"The token “{name}” is {value!r}, which is no {kind.value}; write for example {_EXAMPLE[kind]}."


def faults_of_contrast(tokens: ModeTokens) -> Iterator[str]:
    """Where something could not be read, in any mode; ``tokens`` are whole sets."""
    for mode, values in tokens.items():
        for pair in pairs_of(mode):
            if not pair.holds(values):
                yield (
                    f"In the mode “{mode.value}”, “{pair.ink}” on “{pair.ground}” has a contrast of "
                    f"{pair.ratio_in(values):.2f}:1; it needs {pair.needed:g}:1."
                )


def merged(*layers: ModeTokens) -> dict[Mode, dict[str, str]]:
    """The tokens of each mode, later layers over earlier ones.

    A mode inherits from light what no layer says of it: sizes and typefaces are mostly said once.
    """
    found: dict[Mode, dict[str, str]] = {mode: {} for mode in Mode}
    for mode in Mode:
        for layer in layers:
            found[mode] |= layer.get(mode, {})
    for mode in (Mode.DARK, Mode.ELDER, Mode.CONTRAST):
        found[mode] = found[Mode.LIGHT] | found[mode]
    return found
