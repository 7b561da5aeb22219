"""Where a case is that was handed to another district: it goes on there as another one."""

from __future__ import annotations

from typing import Final

from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.models import Case

#: In the facts of a transfer: the key of the case that goes on.
INTO: Final = "into"


def case_now(case: Case) -> Case:
    """The case that the applicant's code opens; ``case`` itself where it was handed on to nobody on this platform."""
    event = case.events.filter(kind=EventKind.TRANSFERRED).last()
    key = event.data.get(INTO) if event else None
    found = Case.objects.select_related("district__root_page").filter(pk=key).first() if key else None
    return case_now(found) if found else case
