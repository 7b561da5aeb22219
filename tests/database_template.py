"""Migrate once, copy many times: a SQLite database starts from a file that an earlier run migrated.

The file's name is a digest of every migration that counts: ours by their text, those of others by the lock file.
So a changed migration makes a new file, and a copy needs no migrating.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.core.management.commands.migrate import Command
from django.db import connections

ROOT = Path(__file__).parent.parent
PACKAGES = ("cms", "disclosure_pages", "search", "plugins", "themes", "tests")


def template_path() -> Path:
    """Where the migrated database of this state of the code is, or will be."""
    digest = hashlib.sha256(f"{version('django')} {version('wagtail')} {sqlite3.sqlite_version}".encode())
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("migrations/*.py")):
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
        for path in sorted((ROOT / package).rglob("data/*.csv")):
            digest.update(path.read_bytes())
    digest.update((ROOT / "uv.lock").read_bytes())
    return Path(tempfile.gettempdir()) / f"gongkai-test-{digest.hexdigest()[:20]}.sqlite3"


@contextmanager
def migrated_from_template() -> Iterator[None]:
    """Within the block, ``migrate`` starts from the file, or leaves one for the next run."""
    original: Callable[..., Any] = Command.handle

    def handle(self: Command, *args: Any, **options: Any) -> Any:
        connection = connections[options["database"]]
        path = template_path() if _is_new_sqlite(connection) else None
        if path is not None and path.exists():
            return _copy_in(connection, path)
        result = original(self, *args, **options)
        if path is not None:
            _copy_out(connection, path)
        return result

    Command.handle = handle  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Command.handle = original  # type: ignore[method-assign]


def _is_new_sqlite(connection: Any) -> bool:
    return connection.vendor == "sqlite" and not connection.introspection.table_names()


def _copy_in(connection: Any, path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as template:
        template.backup(connection.connection)


def _copy_out(connection: Any, path: Path) -> None:
    # Two workers may do this at the same time; a rename shows the others either no file or a whole one.
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        name = Path(file.name)
    with closing(sqlite3.connect(name)) as template:
        connection.connection.backup(template)
    name.replace(path)
