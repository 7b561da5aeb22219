from pathlib import Path

import pytest

from themes.manifest import Manifest
from themes.resolution import Choice, chain_of, resolve
from themes.tokens import Mode


def _theme(name: str, parent: str, **colours: str) -> Manifest:
    return Manifest(name=name, title=name, version="1", folder=Path(name), parent=parent, tokens={Mode.LIGHT: colours})


INSTALLED = {
    one.name: one
    for one in (
        _theme("base", "", ink="#000000", paper="#ffffff", surface="#fafafa"),
        _theme("river", "base", ink="#111111"),
        _theme("delta", "river", paper="#eeeeee"),
    )
}
UNIT, DISTRICT, CITY, GONE = (
    Choice(number, name) for number, name in enumerate(("delta", "river", "base", "gone"), start=1)
)


@pytest.mark.parametrize(
    ("unit", "district", "city", "theme", "missing"),
    [
        (None, None, None, "base", ()),
        (None, None, CITY, "base", ()),
        (None, DISTRICT, CITY, "river", ()),
        (UNIT, DISTRICT, CITY, "delta", ()),
        (UNIT, None, None, "delta", ()),
        (GONE, DISTRICT, CITY, "river", ("gone",)),
        (None, GONE, CITY, "base", ("gone",)),
        (GONE, GONE, GONE, "base", ("gone", "gone", "gone")),
    ],
)
def test_nearest_choice_that_is_installed_counts(unit, district, city, theme, missing):
    resolved = resolve(unit=unit, district=district, city=city, installed=INSTALLED)

    assert (resolved.theme, resolved.missing) == (theme, missing)


def test_tokens_come_from_the_nearest_theme_that_sets_them():
    tokens = resolve(unit=UNIT, installed=INSTALLED).tokens[Mode.LIGHT]

    assert tokens == {"ink": "#111111", "paper": "#eeeeee", "surface": "#fafafa"}


@pytest.mark.parametrize(
    ("theme", "broken", "chain"),
    [
        ("delta", (), ("delta", "river", "base")),
        ("delta", ("delta",), ("river", "base")),
        ("delta", ("river",), ("delta", "base")),
        ("delta", ("delta", "river", "base"), ("base",)),
        ("gone", (), ("base",)),
    ],
)
def test_chain_leads_to_base_without_the_broken(theme, broken, chain):
    assert chain_of(theme, installed=INSTALLED, broken=broken) == chain


def test_circle_of_parents_ends_at_base():
    circle = {**INSTALLED, "a": _theme("a", "b"), "b": _theme("b", "a")}

    assert chain_of("a", installed=circle) == ("a", "b", "base")


def test_choice_of_a_broken_theme_keeps_its_adjustments():
    resolved = resolve(unit=UNIT, installed=INSTALLED, broken=["delta"])

    assert (resolved.theme, resolved.choice) == ("river", UNIT)
