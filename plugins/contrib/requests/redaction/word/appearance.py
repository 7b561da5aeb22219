"""How the letters of a run look, by itself and by the styles that it has: hidden, white, tiny.

Word sums hidden styles of a paragraph and of a character up in ways that readers do not share (17.7.3 of ECMA-376), so
one of them is enough here: a copy shows less rather than more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from .packages import W

_OFF = frozenset({"0", "false", "off"})  # as ST_OnOff writes it
_WHITE = re.compile(r"(?:f[0-9a-f]){3}", re.IGNORECASE)
TINY = 8  # half points


def w(name: str) -> str:
    """A name of Word's."""
    return f"{{{W}}}{name}"


class Appearance:
    """Asks the styles of one document; ``styles`` is the tree of their part, or None."""

    def __init__(self, styles: Any) -> None:
        found = styles.iter(w("style")) if styles is not None else ()
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        self._common = None if styles is None else styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._defaults = {
            style.get(w("type"), ""): key
            for key, style in self._styles.items()
            if style.get(w("default"), "0").casefold() in {"1", "true", "on"}
        }

    def is_hidden(self, run: Any) -> bool:
        """Whether Word shows nothing of it."""
        own = _value(run.find(w("rPr")), "vanish")
        if own is not None:
            return own not in _OFF
        return any(_first(chain, "vanish") not in {"", *_OFF} for chain in self._chains(run))

    def is_faint(self, run: Any) -> bool:
        """Whether nobody sees it on paper: white, or less than 4 points high."""
        nearest = [run.find(w("rPr")), *(properties for chain in self._chains(run) for properties in chain)]
        return is_white(_first(nearest, "color")) or is_tiny(_first(nearest, "sz"))

    def _chains(self, run: Any) -> Iterator[list[Any]]:
        """Properties of runs: of each of its styles and what that is based on, the nearest first, and of all texts."""
        for kind, key in _styles_of(run).items():
            yield self._chain(key or self._defaults.get(kind, ""))
        yield [self._common]

    def _chain(self, key: str) -> list[Any]:
        seen: list[str] = []
        while key in self._styles and key not in seen:
            seen.append(key)
            key = _value(self._styles[key], "basedOn") or ""
        return [self._styles[one].find(w("rPr")) for one in seen]


def is_white(colour: str) -> bool:
    """Near enough to paper."""
    return bool(_WHITE.fullmatch(colour))


def is_tiny(half_points: str) -> bool:
    """Too small to be read."""
    return half_points.isdecimal() and int(half_points) < TINY


def _styles_of(run: Any) -> dict[str, str]:
    """Of its letters, its paragraph and its table; empty where none is named."""
    paragraph, table = (next(run.iterancestors(w(name)), None) for name in ("p", "tbl"))
    named = {"character": _value(run.find(w("rPr")), "rStyle")}
    if paragraph is not None:
        named["paragraph"] = _value(paragraph.find(w("pPr")), "pStyle")
    if table is not None:
        named["table"] = _value(table.find(w("tblPr")), "tblStyle")
    return {kind: key or "" for kind, key in named.items()}


def _first(properties: Iterable[Any], name: str) -> str:
    """The nearest value; empty where there is none."""
    return next((value for each in properties if (value := _value(each, name)) is not None), "")


def _value(properties: Any, name: str) -> str | None:
    found = properties.find(w(name)) if properties is not None else None
    return None if found is None else str(found.get(w("val"), "1"))
