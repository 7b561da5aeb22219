"""What a district may adjust of its theme, and what follows from it for every mode.

A designer chooses colours for the light mode. Their companions (the soft tone behind a link, the ink on a button) and
those of the other modes follow from them, so that no choice makes a page unreadable in the dark or in large type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from .contrast import Pair, better_ink, contrast_ratio, mixed, readable
from .tokens import ENHANCED, LARGE, TEXT, Mode, pairs_of

#: Sizes of type on offer: the name that is stored, and the root size in percent of the browser's.
TYPE_SIZES: Mapping[str, float] = {"small": 100, "standard": 106.25, "large": 112.5, "larger": 118.75}
STANDARD_SIZE = "standard"
_SOFT = 0.09  # share of a colour in the soft tone made of it


@dataclass(frozen=True, slots=True)
class Adjustments:
    """Colours as ``#rrggbb``, empty where the theme's own counts; and the size of type."""

    accent: str = ""
    seal: str = ""
    band: str = ""
    paper: str = ""
    type_size: str = STANDARD_SIZE

    @property
    def colours(self) -> dict[str, str]:
        """Those that are adjusted."""
        return {name: value for name, value in asdict(self).items() if name != "type_size" and value}


def adjusted(tokens: Mapping[Mode, Mapping[str, str]], adjustments: Adjustments) -> dict[Mode, dict[str, str]]:
    """``tokens`` with ``adjustments`` and all that follows from them."""
    return {mode: {**values, **_changes(mode, values, adjustments)} for mode, values in tokens.items()}


def verdict(tokens: Mapping[Mode, Mapping[str, str]], adjustments: Adjustments) -> list[tuple[Pair, float, bool]]:
    """Each pair of the light mode that an adjustment touches: its ratio, and whether it can be read."""
    colours = adjusted(tokens, adjustments)[Mode.LIGHT]
    changed = {name for name, value in colours.items() if value != tokens[Mode.LIGHT][name]}
    touched = [pair for pair in pairs_of(Mode.LIGHT) if {pair.ink, pair.ground} & changed]
    return [(pair, pair.ratio_in(colours), pair.holds(colours)) for pair in touched]


def _changes(mode: Mode, tokens: Mapping[str, str], adjustments: Adjustments) -> dict[str, str]:
    changes = _size(mode, adjustments.type_size)
    if mode is Mode.CONTRAST:
        return changes  # its colours are the reader's choice
    chosen = adjustments.colours
    if mode is Mode.LIGHT:
        changes |= chosen
    grounds = {"paper": tokens["paper"], "surface": tokens["surface"]} | _only(changes, "paper")
    if "accent" in chosen:
        changes |= _accent(mode, chosen["accent"], grounds)
    if "seal" in chosen and mode is not Mode.LIGHT:
        changes["seal"] = readable(chosen["seal"], on=grounds.values(), needed=LARGE)
    if "band" in chosen:
        changes |= _band(mode, chosen["band"], tokens)
    return changes


def _size(mode: Mode, name: str) -> dict[str, str]:
    size = TYPE_SIZES.get(name, TYPE_SIZES[STANDARD_SIZE])
    if name == STANDARD_SIZE or mode in {Mode.ELDER, Mode.CONTRAST}:
        return {}
    return {"root-size": f"{size:g}%"}


def _accent(mode: Mode, accent: str, grounds: Mapping[str, str]) -> dict[str, str]:
    needed = ENHANCED if mode is Mode.ELDER else TEXT
    soft = mixed(accent, grounds["surface"], share=_SOFT)
    if mode is not Mode.LIGHT:
        accent = readable(accent, on=(*grounds.values(), soft), needed=needed)
    return {"accent": accent, "accent-soft": soft, "accent-ink": better_ink([accent])}


def _band(mode: Mode, band: str, tokens: Mapping[str, str]) -> dict[str, str]:
    if mode is Mode.DARK:
        band = mixed(band, "#000000", share=0.45)
    ink = better_ink([band])
    if mode is Mode.ELDER and contrast_ratio(ink, band) < ENHANCED:
        return {}
    return {"band": band, "band-ink": tokens["ink"] if contrast_ratio(tokens["ink"], band) >= ENHANCED else ink}


def _only(values: Mapping[str, str], name: str) -> dict[str, str]:
    return {name: values[name]} if name in values else {}
