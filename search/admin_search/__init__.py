"""The admin's own search: Wagtail's index in the database, written and asked in our tokens.

Explorer and choosers ask it. What an editor finds is decided where it was before: by the pages that she is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection


def SearchBackend(params: Mapping[str, Any]) -> Any:  # noqa: N802  (as Wagtail looks for it)
    """The backend that suits the database; one that we do not extend is Wagtail's."""
    options = dict(params)
    if connection.vendor == "postgresql":
        from .postgresql import TokenBackend

        return TokenBackend({"SEARCH_CONFIG": "simple", **options})  # no language's endings are cut off
    if connection.vendor == "sqlite":
        from .sqlite import TokenBackend

        return TokenBackend(options)
    from wagtail.search.backends.database import SearchBackend as StockBackend

    return StockBackend(options)
