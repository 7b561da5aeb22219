"""Caches: ``default`` for Wagtail and the like, ``pages`` for whole public pages; neither crowds out the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

LOCAL_BACKEND = "django.core.cache.backends.locmem.LocMemCache"
LOCAL_PAGES = 1_000  # pages kept in each process: some 5 MB
LOCAL_SECONDS = 60  # a process does not hear of changes made by another one, so it may lag by as much
SHARED_SECONDS = 600
EXPORT_SECONDS = 24 * 3600
EXPORT_FILES = 500


def cache_configs(default: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return ``CACHES``, with the pages in the same service as ``default``."""
    pages = {**default, "KEY_PREFIX": "pages"}
    if is_local(default):
        pages |= {"LOCATION": "pages", "OPTIONS": {"MAX_ENTRIES": LOCAL_PAGES}}
    return {"default": default, "pages": pages}


def export_cache(folder: Path) -> dict[str, Any]:
    """The cache ``exports``: files that take long to make, on the machine's own disk, whatever ``CACHE_URL`` says."""
    return {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(folder),
        "TIMEOUT": EXPORT_SECONDS,
        "OPTIONS": {"MAX_ENTRIES": EXPORT_FILES},
    }


def page_cache_seconds(default: dict[str, Any]) -> int:
    """How long a public page may be kept at most; a change ends it sooner wherever the cache is shared."""
    return LOCAL_SECONDS if is_local(default) else SHARED_SECONDS


def is_local(config: dict[str, Any]) -> bool:
    """Whether each process has a cache of its own."""
    return bool(config["BACKEND"] == LOCAL_BACKEND)
