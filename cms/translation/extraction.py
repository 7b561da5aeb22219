"""Find the strings that the code and the templates mark for translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}
SKIPPED_FOLDERS = {"migrations", "static", "node_modules"}


@dataclass(frozen=True)
class MarkedString:
    """One string as it stands in the code. ``plural`` and ``context`` are empty when there is none."""

    singular: str
    plural: str
    context: str
    path: Path
    line: int

    @property
    def key(self) -> tuple[str, str]:
        """What tells entries of a catalogue apart."""
        return (self.context, self.singular)


def marked_strings(package: Path) -> Iterator[MarkedString]:
    """Every marked string of the Python files and templates below ``package``, file by file in a stable order.

    A folder within it that has catalogues of its own, such as a bundled plug-in, is a package of its own.
    """
    inner = [locale.parent for locale in package.rglob("locale") if locale.parent != package]
    for path in sorted(package.rglob("*")):
        is_own = not any(path.is_relative_to(folder) for folder in inner)
        if is_own and SKIPPED_FOLDERS.isdisjoint(path.relative_to(package).parts):
            if path.suffix == ".py":
                yield from _python_strings(path, path.read_text(encoding="utf-8"))
            elif path.suffix in TEMPLATE_SUFFIXES:
                yield from _python_strings(path, _template_as_python(path))


def _template_as_python(path: Path) -> str:
    # Django turns a template into calls of gettext with filler around them; the filler keeps the template's
    # indentation, which is none that Python's tokeniser would accept.
    calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return re.sub(r"^[ \t]+", "", calls, flags=re.MULTILINE)


def _python_strings(path: Path, source: str) -> Iterator[MarkedString]:
    # Without a cookie Babel takes the source for ASCII, whatever PEP 3120 says.
    file = BytesIO(source.encode())
    for line, message, _comments, context in extract("python", file, KEYWORDS, options={"encoding": "utf-8"}):
        singular, plural = message if isinstance(message, tuple) else (message, "")
        yield MarkedString(singular, plural, context or "", path, line)
