"""Fixtures of the public side."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.pages import make_published


@pytest.fixture
def visitor() -> Client:
    """Somebody who is not signed in, at the city's own host."""
    return Client(headers={"host": "localhost"})


@pytest.fixture
def page(db):
    """A public article."""
    return make_published("关于公布招生范围的通知")


@pytest.fixture
def kept_pages(settings) -> None:
    """Turn the page cache on, as it is outside of tests."""
    settings.PAGE_CACHE_SECONDS = 60
