"""Counts of searches are kept for some time only."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone

from search.models import SearchCount


def forget_old_counts() -> int:
    """Delete counts older than ``SEARCH_REPORT_DAYS``; with 0 there is no report, and nothing stays. How many went."""
    oldest = timezone.localdate() - dt.timedelta(days=settings.SEARCH_REPORT_DAYS)
    rows = SearchCount.objects.filter(day__lte=oldest)
    return rows.delete()[0] if rows.exists() else 0
