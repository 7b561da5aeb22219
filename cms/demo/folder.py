"""The data folder of a demo: whose it is, and what a reset may delete.

Pure Python: the settings ask it too, before Django is there.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from shutil import rmtree

MARK = "demo.json"
DATABASE = "gongkai.sqlite3"
FOLDERS = ("media", "mail", "search")
#: What a reset deletes; everything else in the folder stays.
OURS = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal", *FOLDERS, MARK)
#: What other commands leave in a folder that nobody has used yet.
HARMLESS = frozenset({*OURS, "demo.new", "static", "secret-key"})


class Obstacle(StrEnum):
    """Why a demo cannot use a folder."""

    NO_FOLDER = "no-folder"
    UNWRITABLE = "unwritable"
    FOREIGN = "foreign"
    IN_USE = "in-use"


def find_obstacle(folder: Path) -> Obstacle | None:
    """What stands against a demo in ``folder``; ``None`` for an absent, an empty and a demo's own folder."""
    if not folder.exists():
        return None if _may_be_made(folder) else Obstacle.UNWRITABLE
    if not folder.is_dir():
        return Obstacle.NO_FOLDER
    if not os.access(folder, os.W_OK | os.X_OK):
        return Obstacle.UNWRITABLE
    if is_marked(folder):
        return None
    if not HARMLESS.issuperset(entry.name for entry in folder.iterdir()):
        return Obstacle.FOREIGN
    return Obstacle.IN_USE if _has_data(folder) else None


def is_marked(folder: Path) -> bool:
    """Whether a demo made this folder its own."""
    return (folder / MARK).is_file()


def clear(folder: Path) -> list[Path]:
    """Delete what the demo made in its own folder and return it; the folder, and what is not the demo's, stay.

    Raises ``ValueError`` for a folder without the demo's mark. The mark goes last, so that a reset that was
    interrupted can be repeated.
    """
    if not is_marked(folder):
        raise ValueError(f"{folder} is no demo's folder")
    deleted = [folder / name for name in OURS if (folder / name).exists()]
    for path in deleted:
        if path.is_dir() and not path.is_symlink():
            rmtree(path)
        else:
            path.unlink()
    return deleted


def _may_be_made(folder: Path) -> bool:
    parent = next(parent for parent in folder.parents if parent.exists())
    return parent.is_dir() and os.access(parent, os.W_OK | os.X_OK)


def _has_data(folder: Path) -> bool:
    """Whether a database with tables, or an uploaded file, is there that no demo made."""
    if any(path.is_file() for path in (folder / "media").rglob("*")):
        return True
    path = folder / DATABASE
    if not path.is_file() or not path.stat().st_size:
        return False
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        try:
            return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
        except sqlite3.DatabaseError:  # no database at all, so not ours to touch
            return True
