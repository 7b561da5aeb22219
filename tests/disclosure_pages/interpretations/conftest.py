"""A document, its unit's people, and the admin's doors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cms.people.models import User

SignIn = Callable[[User], Client]


@pytest.fixture
def sign_in() -> SignIn:
    """A browser of one's own for each person."""

    def start(person: User) -> Client:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return start


@pytest.fixture
def visitor(client: Client) -> Client:
    """A reader without a session."""
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def stored(page: Any) -> Any:
    """The page as it is in the database now."""
    return type(page).objects.get(pk=page.pk)
