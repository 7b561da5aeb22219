"""Find the case of whoever knows its tracking code and its contact."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from plugins.contrib.requests.models import Case
from plugins.contrib.requests.protection.tracking import access_digest


def find_case(*, code: str, contact: str, districts: Collection[int]) -> Case | None:
    """The case, if both are right and it is of one of ``districts`` (keys); one query, whatever was typed.

    The digest is of both at once, so a code that exists with a contact that is another's is no nearer to a hit than
    noise is: nothing that can be measured from outside tells which of the two was wrong.
    """
    digest = access_digest(code, contact)
    found = Case.objects.filter(Q(tracking_digest=digest) | Q(mail_tracking_digest=digest), district__in=districts)
    return found.filter(erased_at=None).select_related("district", "unit").first()
