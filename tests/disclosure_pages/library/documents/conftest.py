"""Fixtures of the pages of documents."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.test import Client

from tests.factories.documents import document_section, make_policy_document


@pytest.fixture
def visitor() -> Client:
    """Somebody who is not signed in, at the city's own host."""
    return Client(headers={"host": "localhost"})


@pytest.fixture
def make(db) -> Callable[..., Any]:
    """Makes public documents, all of them in one section; takes what ``make_policy_document`` takes."""
    return partial(make_policy_document, section=document_section())
