"""Where a list goes on: after the content of one day with one key, whatever was published in between."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from .errors import BadParameter

CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2})_(\d{1,18})")


def cursor_of(page: Any) -> str:
    """The place right after ``page``."""
    return f"{page.published_on:%Y-%m-%d}_{page.pk}"


def after_cursor(pages: QuerySet[Any], cursor: str) -> QuerySet[Any]:
    """What follows ``cursor`` in a list that is newest first. Raises ``BadParameter`` when it is not one of ours."""
    match = CURSOR.fullmatch(cursor)
    try:
        day = dt.date.fromisoformat(match[1]) if match else None
    except ValueError:
        day = None
    if match is None or day is None:
        raise BadParameter("after", _("This is not the place where a list goes on."))
    return pages.filter(Q(published_on__lt=day) | Q(published_on=day, page_ptr_id__lt=int(match[2])))
