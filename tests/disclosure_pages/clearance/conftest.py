"""People at the admin's doors."""

from __future__ import annotations

from collections.abc import Callable

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
