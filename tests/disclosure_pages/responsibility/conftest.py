from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
from django.db import transaction

from cms.tenancy.models import District
from disclosure_pages.responsibility.domain.apply import apply_table
from disclosure_pages.responsibility.domain.samples import sample_table
from disclosure_pages.responsibility.register import CollectiveEntry, Register, UnitEntry, build_register
from tests.factories.furong import make_furong

FOLDER = resources.files("disclosure_pages.responsibility") / "data" / "furong"


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((FOLDER / name).read_text(encoding="utf-8"))))


@pytest.fixture(scope="session")
def register() -> Register:
    """The sample district's names without a database, and a closed and a merged unit."""
    members: dict[str, set[str]] = {}
    for row in rows_of("collectives.csv"):
        members.setdefault(row["collective"], set()).add(row["unit"])
    return build_register(
        units=[
            *(UnitEntry(code=row["code"], name=row["name"]) for row in rows_of("units.csv")),
            UnitEntry(code="whj", name="区文化局", is_active=False, successor="wltj"),
            UnitEntry(code="old", name="区旧局", is_active=False),
        ],
        aliases=[
            *((row["alias"], row["unit"]) for row in rows_of("aliases.csv")),
            ("区执法局", "cgj"),
            ("区执法局", "sfj"),
        ],
        collectives=[
            *(CollectiveEntry(name, frozenset(codes)) for name, codes in members.items()),
            CollectiveEntry("各社区", frozenset()),
        ],
    )


@pytest.fixture(scope="module")
def furong_of_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[District]:
    """The sample district, made once for the tests of a file and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_furong()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def applied_of_module(furong_of_module: District) -> Iterator[District]:
    """The sample district with the shipped table applied, once for the tests of a file."""
    with transaction.atomic():
        apply_table(district=furong_of_module, content=sample_table(), file_name="table.csv")
        yield furong_of_module
        transaction.set_rollback(True)


@pytest.fixture
def furong(furong_of_module: District, db: None) -> District:
    """The sample district; no table applied yet."""
    return District.objects.get(pk=furong_of_module.pk)


@pytest.fixture
def applied(applied_of_module: District, db: None) -> District:
    """The sample district with the shipped table applied; a file that uses it has no use for ``furong``."""
    return District.objects.get(pk=applied_of_module.pk)
