"""Fixtures of the pages of documents."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.fixture
def visitor() -> Client:
    """Somebody who is not signed in, at the city's own host."""
    return Client(headers={"host": "localhost"})
