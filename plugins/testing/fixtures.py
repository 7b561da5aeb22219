"""Fixtures for ``pytest_plugins = ["plugins.testing.fixtures"]`` in the plug-in's ``conftest.py``.

The first run migrates the product's database, which takes most of a minute; later runs copy it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from .database import migrated_from_product


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Start from the product's migrated database."""
    with migrated_from_product():
        yield


@pytest.fixture
def plugin_name() -> str:
    """The plug-in under test; where several are installed, override it."""
    from .subject import plugin_under_test

    return plugin_under_test()


@pytest.fixture
def districts(db: None, plugin_name: str) -> Any:
    """A :class:`~plugins.testing.world.TwoDistricts`."""
    from .world import make_two_districts

    return make_two_districts(plugin_name)


@pytest.fixture
def visitor() -> Any:
    """A reader who is not signed in."""
    from django.test import Client

    return Client(headers={"host": "localhost"})


@pytest.fixture
def signed_in() -> Callable[[str, Any], Any]:
    """``signed_in(role, place)``: a client of somebody with that role there."""
    from django.test import Client

    from .world import make_person

    def sign_in(role: str, place: Any) -> Client:
        client = Client(headers={"host": "localhost"})
        client.force_login(make_person(role, place))
        return client

    return sign_in
