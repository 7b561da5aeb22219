"""Index files of one folder, and the pointer that says which of them answers.

An index is a file ``<name>.sqlite3``. The pointer is a small JSON file that is replaced whole, so that every process
sees either the former or the new state of things.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_SUFFIXES = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Names of the index that answers and of the one before it; empty: none."""

    serving: str = ""
    former: str = ""


class IndexFolder:
    """The folder ``path``, made when it is first written to."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._pointer_path = path / "current.json"

    def file_of(self, name: str) -> Path:
        """Where the index ``name`` is or would be; raises ``ValueError`` for what is no name."""
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of an index: letters, digits, dots, dashes and underlines only.")
        return self.path / f"{name}.sqlite3"

    def names(self) -> list[str]:
        """Every index in the folder."""
        return sorted(path.stem for path in self.path.glob("*.sqlite3"))

    def pointer(self) -> Pointer:
        """What the pointer says; a missing or unreadable one says nothing."""
        with suppress(OSError, ValueError, TypeError):
            return Pointer(**json.loads(self._pointer_path.read_text(encoding="utf-8")))
        return Pointer()

    def stamp(self) -> tuple[int, int]:
        """Changes whenever the pointer does."""
        with suppress(OSError):
            found = self._pointer_path.stat()
            return found.st_ino, found.st_mtime_ns
        return 0, 0

    def point(self, pointer: Pointer) -> None:
        """Replace the pointer, at once and for good."""
        self.path.mkdir(parents=True, exist_ok=True)
        fresh = self._pointer_path.with_suffix(f".{os.getpid()}.new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(asdict(pointer), file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._pointer_path)

    def remove(self, name: str) -> None:
        """Delete the files of an index; readers that have it open keep it until they look again."""
        path = self.file_of(name)
        for suffix in _SUFFIXES:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
