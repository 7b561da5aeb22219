"""Migrate once, copy many times: a SQLite database starts from a file that an earlier run migrated.

The file's name is a digest of every migration that counts: ours by their text, those of others by the lock file.
So a changed migration makes a new file, and a copy needs no migrating.
"""

from __future__ import annotations

import fcntl
import hashlib
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.core.management.commands.migrate import Command
from django.db import connections

ROOT = Path(__file__).parents[2]
PRODUCT = ("cms", "disclosure_pages", "search", "plugins", "themes")


def template_path(*more: str) -> Path:
    """Where the migrated database of this state of the product, and of the packages ``more``, is or will be."""
    digest = hashlib.sha256(f"{version('django')} {version('wagtail')} {sqlite3.sqlite_version}".encode())
    for package in (*PRODUCT, *more):
        for path in sorted((ROOT / package).rglob("migrations/*.py")):
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
        for path in sorted((ROOT / package).rglob("data/*.csv")):
            digest.update(path.read_bytes())
    lock = ROOT / "uv.lock"
    digest.update(lock.read_bytes() if lock.exists() else version("gongkai").encode())
    return Path(tempfile.gettempdir()) / f"gongkai-test-{digest.hexdigest()[:20]}.sqlite3"


@contextmanager
def migrated_from_template(first: str, *more: str) -> Iterator[None]:
    """Within the block, ``migrate`` starts from the file, or from the product's and leaves one for the next run.

    Everything that is installed belongs to the product or to the named packages.
    """
    path = template_path(first, *more)

    def migrate(connection: Any, original: Callable[[], Any]) -> None:
        with _one_at_a_time(path):
            if path.exists():
                _copy_in(connection, path)
                return
            _copy_in(connection, prepare_product())
            original()
            _copy_out(connection, path)

    with _migrating(migrate):
        yield


@contextmanager
def migrated_from_product() -> Iterator[None]:
    """Within the block, ``migrate`` starts from the product's file and goes on with what else is installed."""

    def migrate(connection: Any, original: Callable[[], Any]) -> None:
        _copy_in(connection, prepare_product())
        original()

    with _migrating(migrate):
        yield


def prepare_product() -> Path:
    """The file with the product's own migrations, made by a process without plug-ins when there is none yet."""
    path = template_path()
    with _one_at_a_time(path):
        if not path.exists():
            _migrate_product(path)
    return path


def _migrate_product(path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        made = Path(folder) / "template.sqlite3"
        migrate_elsewhere(f"sqlite:///{made}", settings="cms.settings.test", data_dir=folder)
        with closing(sqlite3.connect(made)) as template:
            template.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        made.replace(path)


def migrate_elsewhere(database_url: str, *, settings: str, data_dir: str) -> None:
    """Migrate the database at ``database_url`` in a process of its own, without the plug-ins of the environment.

    Raises ``subprocess.CalledProcessError`` when that fails.
    """
    variables = {
        "DJANGO_SETTINGS_MODULE": settings,
        "GONGKAI_DATA_DIR": data_dir,
        "PYTHONPATH": str(ROOT),
        "TEST_DATABASE_URL": database_url,
        "TEST_PLUGINS": "",
    }
    command = ["env", *(f"{name}={value}" for name, value in variables.items()), sys.executable, "-m", "django"]
    subprocess.run([*command, "migrate", "--verbosity=0"], check=True)  # noqa: S603 (ours)


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Whoever else wants to make ``path`` waits: migrating takes most of a minute of a processor."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _migrating(migrate: Callable[[Any, Callable[[], Any]], None]) -> Iterator[None]:
    original: Callable[..., Any] = Command.handle

    def handle(self: Command, *args: Any, **options: Any) -> Any:
        connection = connections[options["database"]]
        if not _is_new_sqlite(connection):
            return original(self, *args, **options)
        return migrate(connection, partial(original, self, *args, **options))

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
    # A rename shows others either no file or a whole one.
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        name = Path(file.name)
    with closing(sqlite3.connect(name)) as template:
        connection.connection.backup(template)
    name.replace(path)
