"""Places, people and files of imports."""

from __future__ import annotations

import pytest

from disclosure_pages.importing.domain.places import Place
from tests.factories.imports import make_place
from tests.factories.people import make_editor


@pytest.fixture
def place(db: None) -> Place:
    """Where a unit writes policy documents."""
    return make_place()


@pytest.fixture
def editor(place: Place):
    """Somebody who writes for that unit."""
    return make_editor(place.section.unit)


@pytest.fixture
def editor_client(client, editor):
    """A browser in which that person is signed in."""
    client.force_login(editor)
    return client
