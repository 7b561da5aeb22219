"""People and a world that most tests of this room start from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from cms.people.models import User


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    """A client that is signed in as a person."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in
