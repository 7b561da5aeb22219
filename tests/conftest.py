"""Options, engines and fixtures of the whole suite; tests/README.md explains them."""

from __future__ import annotations

import gc
import socket
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection

from cms.settings.environment import ENVIRONMENT
from plugins.testing.database import migrated_from_template
from tests.engines import ENGINES
from tests.postgresql import migrated_database, migrated_template


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--engines",
        choices=["available", "all"],
        default="available",
        help="all: fail unless every engine of tests/engines.py is there; available: skip the tests that lack theirs",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Spread the whole suite over the processors; a run of single files is quicker in one process."""
    if hasattr(config, "workerinput") or not config.pluginmanager.hasplugin("xdist"):
        return  # a worker that started workers would never end
    whole_suite = config.args_source is not pytest.Config.ArgsSource.ARGS
    if whole_suite and config.option.numprocesses is None:
        config.option.numprocesses = "auto"
        # In the order of collection, within each worker: tests that commit come last, because they empty the database.
        config.option.dist = "load"


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--engines") == "all":
        missing = [f"{name}: {reason}" for name, why_not in ENGINES.items() if (reason := why_not())]
        if missing:
            raise pytest.UsageError("--engines=all, but " + "; ".join(missing))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    why_not = cache(lambda name: ENGINES[name]())
    for item in items:
        if _commits(item):
            # Wagtail's root page, collections and tasks are rows that migrations made; give them back to each test.
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)
        for name in _engines_of(item):
            if reason := why_not(name):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_collection_finish() -> None:
    """What has been loaded by now stays: the collector need not look through it again and again (6 % of the time)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    by_marker = marker is not None and marker.kwargs.get("transaction", False)
    return by_marker or not {"live_server", "transactional_db"}.isdisjoint(getattr(item, "fixturenames", ()))


def _engines_of(item: pytest.Item) -> Iterator[str]:
    for marker in item.iter_markers("engine"):
        yield from marker.args
    if item.get_closest_marker("browser"):
        yield "browser"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Migrate once for all runs of one state of the code."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated_template(ENVIRONMENT.test_database_url)
    with migrated_from_template("tests"):
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Start from empty caches: Wagtail keeps the sites' root paths there, and pages are kept there."""
    for configured in caches.all():
        configured.clear()
    yield
    for configured in caches.all(initialized_only=True):
        configured.clear()


@pytest.fixture
def searchable(settings: Any) -> None:
    """Whatever is saved from here on is found by the admin's search."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": {**settings.WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": True}}


@pytest.fixture
def postgresql_url() -> str:
    """Address of a PostgreSQL server; for tests marked ``engine("postgresql")``."""
    return ENVIRONMENT.test_postgresql_url


@pytest.fixture
def redis_url() -> str:
    """Address of a Redis or Valkey server; for tests marked ``engine("redis")``."""
    return ENVIRONMENT.test_redis_url


@pytest.fixture
def postgresql_database(postgresql_url: str) -> Iterator[str]:
    """Address of a migrated database of one's own on that server."""
    with migrated_database(postgresql_url) as url:
        yield url


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """Address of an Elasticsearch node; for tests marked ``engine("elasticsearch")``."""
    return ENVIRONMENT.test_elasticsearch_url


@pytest.fixture
def unused_port() -> int:
    """A port of this machine where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port
