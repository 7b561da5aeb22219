"""Turn ``DATABASE_URL`` into Django's dictionary, with what each engine needs to be safe under load."""

from __future__ import annotations

from typing import Any

import dj_database_url

from .environment import Environment

SQLITE = "django.db.backends.sqlite3"
# WAL lets readers go on while one writer writes; IMMEDIATE takes the write lock at BEGIN, so that two writers queue
# for up to ``timeout`` seconds instead of failing when a read transaction is upgraded.
SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


def database_config(environment: Environment) -> dict[str, Any]:
    """Return the ``DATABASES["default"]`` entry. Raises ``dj_database_url.ParseError`` on a malformed URL."""
    config: dict[str, Any] = {**dj_database_url.parse(environment.database_url, conn_max_age=0)}
    if config["ENGINE"] == SQLITE:
        config["OPTIONS"] = {**config.get("OPTIONS", {}), **SQLITE_OPTIONS}
    elif environment.database_pool:
        config["OPTIONS"] = {**config.get("OPTIONS", {}), "pool": True}
    return config
