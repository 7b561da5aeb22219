"""Probes of the data folder and the database in it."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.steps.unapplied import unapplied_migrations

from .probe import Missing

FREE_BYTES = 2 * 1024**3
POSTGRESQL = 14_00_00  # in psycopg's notation


def data_folder() -> str:
    """The data folder exists, or can be made, and can be written to."""
    folder = Path(settings.DATA_DIR)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise Missing(
            _("The data folder cannot be written to: %(error)s") % {"error": error},
            _("Give the user who runs the site the folder, or name another with --data-dir or GONGKAI_DATA_DIR."),
        ) from error
    return str(folder)


def free_space() -> str:
    """There is room for uploads and for the database to grow."""
    folder = _nearest_existing(Path(settings.DATA_DIR))
    free = shutil.disk_usage(folder).free
    if free < FREE_BYTES:
        raise Missing(
            _("Only %(free)s MB are free in the data folder.") % {"free": free // 1024**2},
            _("Free at least 2 GB, or move the data folder to a larger disk."),
        )
    return _("%(free)s GB free") % {"free": free // 1024**3}


def write_ahead_log() -> str | None:
    """The disk of the data folder can hold SQLite's write-ahead log; network file systems often cannot."""
    if connection.vendor != "sqlite":
        return None
    with tempfile.TemporaryDirectory(dir=_nearest_existing(Path(settings.DATA_DIR))) as folder:
        probe = sqlite3.connect(Path(folder) / "probe.sqlite3")
        mode = probe.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        probe.close()
    if mode != "wal":
        raise Missing(
            _("SQLite cannot keep a write-ahead log in the data folder."),
            _("Put the data folder on a local disk, or set DATABASE_URL to a PostgreSQL server."),
        )
    return "WAL"


def database() -> str:
    """The database answers, and a server is of a supported version."""
    try:
        connection.ensure_connection()
    except Exception as error:
        raise Missing(
            _("The database does not answer: %(error)s") % {"error": error},
            _("Start the server, and look at DATABASE_URL."),
        ) from error
    if connection.vendor == "postgresql":
        return _postgresql_version()
    return connection.display_name


def migrations() -> str:
    """Every migration has been applied."""
    waiting = unapplied_migrations()
    if waiting:
        raise Missing(
            ngettext("%(count)s migration is not applied.", "%(count)s migrations are not applied.", waiting)
            % {"count": waiting},
            _("Run: manage.py migrate"),
        )
    return _("all applied")


def _postgresql_version() -> str:
    version: int = connection.pg_version  # type: ignore[attr-defined]
    if version < POSTGRESQL:
        raise Missing(_("PostgreSQL is too old."), _("Use PostgreSQL 14 or later."))
    return f"PostgreSQL {version // 10_000}"


def _nearest_existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())
