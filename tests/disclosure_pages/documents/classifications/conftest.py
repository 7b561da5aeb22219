"""People and addresses of the lists of kinds and topics."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.documents.models import DocumentKind, Topic
from tests.factories.people import make_person

PATHS = {DocumentKind: "document-kinds", Topic: "topics"}
LISTS = list(PATHS)


def address(model: type[Any], *rest: object) -> str:
    return "/".join(["/admin/registers", PATHS[model], *map(str, rest)]).rstrip("/") + "/"


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def keeper(db: None) -> Client:
    """The browser of a system administrator."""
    return client_of(make_person(Role.SYSTEM_ADMINISTRATOR, "keeper"))


def fields_of(entry: Any, **changes: Any) -> dict[str, Any]:
    """What the form would post for ``entry``."""
    values = {field.name: field.value_from_object(entry) for field in entry._meta.concrete_fields}
    return {name: value for name, value in {**values, **changes}.items() if value not in (None, "", False)}
