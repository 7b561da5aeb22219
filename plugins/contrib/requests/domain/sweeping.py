"""Files that no case has: what was written for a case that did not come to be, because something failed after it."""

from __future__ import annotations

from django.utils import timezone

from plugins.contrib.requests.protection.files import CASES, private_storage
from plugins.contrib.requests.protection.pending import LASTS

from .rekeying import stored_files


def forget_orphans() -> int:
    """Delete files that no row names, those that are hours old: a younger one may be of a case that is just sent."""
    storage, before = private_storage(), timezone.now() - LASTS
    names = storage.listdir(CASES)[1] if storage.exists(CASES) else []
    found = {f"{CASES}/{name}" for name in names}
    found = {path for path in found if storage.get_modified_time(path) < before}
    named = {name for _field, _key, name in stored_files()}
    for path in found - named:
        storage.delete(path)
    return len(found - named)
