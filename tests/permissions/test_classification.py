"""Nobody adds an address without saying who may come there."""

from __future__ import annotations

from .classification import ARGUMENTS, COMPANIONS, ROUTES
from .url_map import walk


def test_every_address_is_classified() -> None:
    unclassified = sorted({address.name for address in walk()} - set(ROUTES))
    assert not unclassified, "say in tests/permissions/classification.py who may come to these"


def test_every_classified_address_exists() -> None:
    assert not sorted(set(ROUTES) - {address.name for address in walk()})


def test_every_argument_has_a_meaning() -> None:
    unknown = {
        (address.name, name)
        for address in walk()
        for name in address.arguments
        if name not in {*ROUTES[address.name].objects, *ARGUMENTS, *COMPANIONS}
    }
    assert not unknown
