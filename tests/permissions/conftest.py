"""One database for all tests of a module, and screens with empty templates: only who may come in matters here."""

from __future__ import annotations

import copy
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings


@pytest.fixture(scope="module")
def shared_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What the module's fixtures write stays for all of its tests, and is gone after the last.

    The tests are marked ``django_db`` all the same: what each of them writes is gone after it.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def plain_screens(settings_of_templates: list[Any]) -> Iterator[None]:
    """Views decide as always and render empty templates; refusals are not written into the log."""
    logging.disable(logging.ERROR)
    with override_settings(TEMPLATES=settings_of_templates):
        yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def settings_of_templates() -> list[Any]:
    from django.conf import settings

    engines: list[dict[str, Any]] = copy.deepcopy(settings.TEMPLATES)
    (engine,) = engines
    engine["APP_DIRS"] = False
    empty = ("django.template.loaders.cached.Loader", ["tests.permissions.empty_templates.EmptyLoader"])
    engine["OPTIONS"]["loaders"] = [empty]
    return [engine]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say how much of the matrix was tried."""
    passed = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    figures = [dict(report.user_properties) for report in passed if report.user_properties]
    cases = sum(found.get("cases", 0) for found in figures)
    if cases:
        seconds = sum(found.get("seconds", 0) for found in figures)
        terminalreporter.write_line(f"permission matrix: {cases} cases in {seconds:.0f} seconds of one process")
