"""Find the case of whoever knows its tracking code and its contact."""

from __future__ import annotations

from collections.abc import Collection

from plugins.contrib.requests.models import Case
from plugins.contrib.requests.protection.tracking import access_digest


def find_case(*, code: str, contact: str, districts: Collection[int]) -> Case | None:
    """The case, if both are right and it is of one of ``districts`` (keys); one query, whatever was typed.

    The digest is of both at once, so a code that exists with a contact that is another's is no nearer to a hit than
    noise is: nothing that can be measured from outside tells which of the two was wrong. Each of the two indexes is
    asked by itself: joined by “or”, databases read every case of the district instead.
    """
    digest, cases = access_digest(code, contact), Case.objects.order_by()
    by_phone, by_mail = (cases.filter(**{field: digest}) for field in ("tracking_digest", "mail_tracking_digest"))
    found = Case.objects.filter(pk__in=by_phone.values("pk").union(by_mail.values("pk")))
    return found.filter(district__in=districts, erased_at=None).select_related("district__root_page", "unit").first()
