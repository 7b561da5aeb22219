"""Which theme shows a page: a pure function from unit through district and city to the base theme.

No database and no request: what was chosen goes in as plain values, what is shown comes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .adjusting import Adjustments, adjusted
from .manifest import BASE, Manifest
from .tokens import Mode, merged


@dataclass(frozen=True, slots=True)
class Choice:
    """What a unit, a district or a city has chosen. ``version`` is the key of its row."""

    version: int
    theme: str
    title: str = ""
    adjustments: Adjustments = field(default_factory=Adjustments)
    logo: str = ""
    banner: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """What is shown: the theme and its ancestors down to ``base``, and the tokens of each mode.

    ``choice`` is what it follows from, nothing where nobody has chosen. ``missing`` names the themes that were chosen
    and are not installed, which somebody should be told.
    """

    chain: tuple[str, ...]
    tokens: Mapping[Mode, Mapping[str, str]]
    choice: Choice | None = None
    missing: tuple[str, ...] = ()

    @property
    def theme(self) -> str:
        return self.chain[0]


def resolve(
    *,
    unit: Choice | None = None,
    district: Choice | None = None,
    city: Choice | None = None,
    installed: Mapping[str, Manifest],
    broken: Iterable[str] = (),
) -> Resolved:
    """The nearest choice whose theme is installed; the base theme without one.

    A theme among ``broken`` is passed over for its parent, but the choice and its adjustments stay.
    """
    levels = [one for one in (unit, district, city) if one is not None]
    choice = next((one for one in levels if one.theme in installed), None)
    before = levels if choice is None else levels[: levels.index(choice)]
    chain = chain_of(choice.theme if choice else BASE, installed=installed, broken=broken)
    layers = [installed[name].tokens for name in reversed(chain)]
    tokens = merged(*layers)
    if choice is not None:
        tokens = adjusted(tokens, choice.adjustments)
    return Resolved(chain, tokens, choice, tuple(one.theme for one in before))


def chain_of(theme: str, *, installed: Mapping[str, Manifest], broken: Iterable[str] = ()) -> tuple[str, ...]:
    """``theme`` and its ancestors without the broken ones; ``base`` is always the last."""
    chain: list[str] = []
    left_out = set(broken) - {BASE}
    while theme and theme not in chain and theme in installed:
        chain.append(theme)
        theme = installed[theme].parent
    sound = tuple(name for name in chain if name not in left_out)
    return sound if BASE in sound else (*sound, BASE)
