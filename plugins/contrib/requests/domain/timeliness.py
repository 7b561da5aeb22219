"""How many answers kept their deadline."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, F, Q

from plugins.api import District
from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.models import Case

#: Concluded before a deadline was known, as while the applicant had to correct, is in time.
IN_TIME = Q(due_on=None) | Q(concluded_on__lte=F("due_on"))


def answered_in_time(district: District, since: dt.date, until: dt.date) -> tuple[int, int]:
    """Cases of ``district`` that were decided from ``since`` to ``until``, and those of them in time: one query."""
    decided = Case.objects.filter(district=district, concluded_on__range=(since, until))
    decided = decided.filter(events__kind=EventKind.DECIDED)
    found = decided.aggregate(decided=Count("pk", distinct=True), in_time=Count("pk", filter=IN_TIME, distinct=True))
    return found["decided"], found["in_time"]
