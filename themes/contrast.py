"""Contrast as WCAG 2.2 defines it, and colours that are moved until they have enough of it."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_STEPS = 100


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colour tokens of which the first is read on the second, and the ratio that this needs."""

    ink: str
    ground: str
    needed: float

    def ratio_in(self, colours: Mapping[str, str]) -> float:
        """From 1 (the same) to 21 (black and white)."""
        return contrast_ratio(colours[self.ink], colours[self.ground])

    def holds(self, colours: Mapping[str, str]) -> bool:
        """Whether it can be read."""
        return self.ratio_in(colours) >= self.needed


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of ``#rrggbb``, from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    """Relative luminance, from 0 (black) to 1 (white)."""
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_ratio(one: str, other: str) -> float:
    """The ratio of two colours, whichever is the lighter one."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, ground: str, *, share: float) -> str:
    """``share`` of ``colour`` (0 to 1), the rest ``ground``."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return _written(share * one + (1 - share) * other for one, other in pairs)


def readable(colour: str, *, on: Iterable[str], needed: float) -> str:
    """``colour``, lighter or darker by as little as it takes to be read on every one of ``on``.

    Its hue stays. Where the grounds leave no room, the end that reads best: black or white.
    """
    grounds = tuple(on)
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    lightnesses = sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda value: abs(value - light))
    candidates = [colour, *(_written(colorsys.hls_to_rgb(hue, value, saturation)) for value in lightnesses)]
    return next((one for one in candidates if _worst(one, grounds) >= needed), better_ink(grounds))


def better_ink(grounds: Iterable[str]) -> str:
    """Black or white, whichever is read better."""
    known = tuple(grounds)
    return max(("#000000", "#ffffff"), key=lambda ink: _worst(ink, known))


def _worst(ink: str, grounds: tuple[str, ...]) -> float:
    return min(contrast_ratio(ink, ground) for ground in grounds)


def _written(values: Iterable[float]) -> str:
    return "#" + "".join(f"{round(value * 255):02x}" for value in values)
