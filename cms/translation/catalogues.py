"""Where the catalogues are, and how they are read, written and compiled."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

DOMAIN = "django"
SCRIPT_DOMAIN = "djangojs"  # what the host's scripts say; ours say nothing of their own
LOCALE = "zh_Hans"


@dataclass(frozen=True)
class CatalogueFile:
    """One ``.po`` file of the package whose folder is ``package``."""

    package: Path
    po: Path

    @property
    def domain(self) -> str:
        """``django`` for strings of Python and templates, ``djangojs`` for those of scripts."""
        return self.po.stem

    @property
    def mo(self) -> Path:
        return self.po.with_suffix(".mo")

    def is_compiled(self) -> bool:
        """Whether a compiled file exists and is not older than its source; an absent source needs none."""
        if not self.po.exists():
            return True
        return self.mo.exists() and self.mo.stat().st_mtime_ns >= self.po.stat().st_mtime_ns

    def read(self) -> Catalog:
        """The catalogue, empty when there is no file yet. Raises ``PoFileError`` on a broken one."""
        if not self.po.exists():
            return Catalog(locale=LOCALE, domain=self.domain, project="Gongkai", fuzzy=False)
        with self.po.open("rb") as file:
            return read_po(file, locale=LOCALE, domain=self.domain, abort_invalid=True)

    def write(self, catalogue: Catalog) -> None:
        """Write the source file with the names of the files that use a string, but no line numbers (they churn)."""
        self.po.parent.mkdir(parents=True, exist_ok=True)
        _replace(self.po, lambda file: write_po(file, catalogue, width=120, include_lineno=False))

    def compile(self) -> None:
        """Write the compiled file. Fuzzy entries are left out, as gettext does."""
        catalogue = self.read()
        _replace(self.mo, lambda file: write_mo(file, catalogue))


def catalogue_files(locale_paths: Iterable[str | os.PathLike[str]], locale: str = LOCALE) -> list[CatalogueFile]:
    """The file of ``locale`` in each of Django's ``LOCALE_PATHS``, whether it exists or not, and those of scripts."""
    folders = [Path(path) / locale / "LC_MESSAGES" for path in locale_paths]
    files = [CatalogueFile(folder.parents[2], folder / f"{DOMAIN}.po") for folder in folders]
    scripts = [CatalogueFile(folder.parents[2], folder / f"{SCRIPT_DOMAIN}.po") for folder in folders]
    return files + [file for file in scripts if file.po.exists()]


def compile_outdated(files: Iterable[CatalogueFile]) -> list[CatalogueFile]:
    """Compile what is missing or older than its source, and return those. Raises ``OSError`` on a read-only folder."""
    outdated = [file for file in files if not file.is_compiled()]
    for file in outdated:
        file.compile()
    return outdated


def _replace(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    # Several processes of one test run or server start together; a rename shows each either no file or a whole one.
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        write(file)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)
