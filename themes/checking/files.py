"""A theme's static files: those that it names are there, and its style sheets load nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from themes.manifest import Manifest

LARGEST_SHEET = 100_000  # bytes
FORBIDDEN = {
    "@import": re.compile(r"@import\b", re.IGNORECASE),
    "an address of another host": re.compile(r"url\(\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE),
    "a script": re.compile(r"expression\(|javascript:|-moz-binding|behavior\s*:", re.IGNORECASE),
}
ENDINGS = {".css", ".svg", ".webp", ".png", ".jpg", ".woff2", ".txt", ".md"}


def faults_of_files(manifest: Manifest) -> Iterator[str]:
    """What is wrong with what stands below ``static/``."""
    for name in (*manifest.stylesheets, *filter(None, [manifest.picture])):
        if not (manifest.static / name).is_file():
            yield f"There is no file static/{name}."
    for path in sorted(manifest.static.rglob("*")) if manifest.static.is_dir() else ():
        place = path.relative_to(manifest.folder).as_posix()
        if path.is_file() and path.suffix not in ENDINGS:
            yield f"{place}: a theme brings no files of this kind."
        elif path.suffix == ".css":
            yield from _faults_of_sheet(place, path.read_text(encoding="utf-8", errors="replace"))


def _faults_of_sheet(place: str, text: str) -> Iterator[str]:
    if len(text.encode()) > LARGEST_SHEET:
        yield f"{place} is larger than {LARGEST_SHEET // 1000} kB."
    yield from (f"{place} has {what}." for what, pattern in FORBIDDEN.items() if pattern.search(text))
