"""Whether the rows of Wagtail's index are ours: an installation may have been there before we wrote them."""

from __future__ import annotations

import re

from django.db import connection
from wagtail.search.models import IndexEntry

from search.text.folding import HAN

_LOOKED_AT = 200
_UNCUT = re.compile(f"[{HAN}]{{2}}")


def is_in_tokens() -> bool | None:
    """Whether titles stand in the index in tokens; ``None`` where none of the oldest rows tells."""
    text = "title_text" if connection.vendor == "postgresql" else "title"
    titles = list(IndexEntry.objects.order_by("pk").values_list(text, flat=True)[:_LOOKED_AT])
    if any(_UNCUT.search(title) for title in titles):
        return False
    return True if any(re.search(f"[{HAN}]", title) for title in titles) else None
