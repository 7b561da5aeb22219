"""The tables of an index file, and how it is opened."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Final

from search.engines.contract import Field

#: Grows whenever tables or tokens change; a file of another format has to be built anew.
FORMAT: Final = 2
#: Column of the full-text table for each field, in the order of the table.
COLUMNS: Final = {field: f"c_{field.value}" for field in Field}

# Rows are written once and never changed: a new state of a document is a new row, and the former one is listed as dead.
# So the full-text table needs no copy of its text, and what a process remembers of a row stays true.
# A single character is looked for as the beginning of its pairs (``pairs.py``), for which FTS5 keeps a list as well.
# FTS5's ``ascii`` tokenizer cuts at ASCII punctuation and blanks alone, of which our tokens hold none: it leaves them
# whole, whatever version of Unicode SQLite was made for.
_TABLES = f"""
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE docs (row INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, version INTEGER NOT NULL, facts BLOB NOT NULL);
CREATE TABLE bodies (row INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE dead (sequence INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL);
CREATE TABLE tombstones (key INTEGER PRIMARY KEY, version INTEGER NOT NULL);
CREATE VIRTUAL TABLE texts USING fts5({", ".join(COLUMNS.values())}, content='', prefix='2', tokenize='ascii');
INSERT INTO texts (texts, rank) VALUES ('hashsize', 16777216);
INSERT INTO state VALUES ('format', '{FORMAT}'), ('changes', '0'), ('rows', '0');
"""  # noqa: S608  (constants only)
_PRAGMAS = "PRAGMA busy_timeout = 10000; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -16000;"


class WrongFormat(Exception):
    """The file was written by another version of this program."""


def create_index(path: Path) -> sqlite3.Connection:
    """An empty index at ``path``, where nothing may be."""
    connection = _connect(path, mode="rwc")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(f"BEGIN; {_TABLES} COMMIT;")
    set_state(connection, "created_at", dt.datetime.now(dt.UTC).isoformat())
    return connection


def open_index(path: Path) -> sqlite3.Connection:
    """The index at ``path``; raises ``sqlite3.Error`` if missing or damaged, :class:`WrongFormat` if old."""
    connection = _connect(path, mode="rw")
    try:
        found = get_state(connection, "format")
    except BaseException:
        connection.close()
        raise
    if found != str(FORMAT):
        connection.close()
        raise WrongFormat(path.name)
    return connection


def get_state(connection: sqlite3.Connection, name: str) -> str:
    """A value of the index itself; empty if it was never set."""
    row = connection.execute("SELECT value FROM state WHERE name = ?", [name]).fetchone()
    return str(row[0]) if row else ""


def set_state(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a value of the index itself."""
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", [name, value])


def _connect(path: Path, *, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    # No statement begins a transaction by itself; connections are handed from thread to thread, one at a time.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.executescript(_PRAGMAS)
    return connection
