"""Databases of their own on a PostgreSQL server: migrated once on the server, copied for whoever needs one."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from plugins.testing.database import migrate_elsewhere, template_path

#: Of the lock that lets one process at a time migrate.
LOCK = 7_406_113


def at(server_url: str, name: str) -> str:
    """Address of the database ``name`` on the server."""
    return urlsplit(server_url)._replace(path=f"/{name}").geturl()


def migrated_template(server_url: str) -> str:
    """Name of a database with all migrations of this state of the code, to which nobody connects.

    The first who asks makes it, which takes most of a minute, and others wait; it stays on the server.
    """
    name = template_path("tests").stem.replace("-", "_")
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            _migrate_new(server, server_url, name)
    return name


def _migrate_new(server: psycopg.Connection, server_url: str, name: str) -> None:
    unfinished, finished = sql.Identifier(f"{name}_unfinished"), sql.Identifier(name)
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(unfinished))
    server.execute(sql.SQL("CREATE DATABASE {}").format(unfinished))
    with tempfile.TemporaryDirectory() as folder:
        url = at(server_url, f"{name}_unfinished")
        migrate_elsewhere(url, settings="tests.settings", data_dir=folder)
    server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(unfinished, finished))


@contextmanager
def migrated_database(server_url: str) -> Iterator[str]:
    """Address of a migrated database that is dropped after the block."""
    name, template = f"gongkai_{uuid.uuid4().hex}", migrated_template(server_url)
    new, old = sql.Identifier(name), sql.Identifier(template)
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(new, old))
        yield at(server_url, name)
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(new))
