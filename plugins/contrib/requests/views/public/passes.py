"""Whoever named a code and its contact goes on for a while with a signed pass, which stands in forms only."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from django.core import signing

from plugins.contrib.requests.models import Case

SALT: Final = "gongkai.requests.pass"
LASTS: Final = 2 * 3600


def pass_for(case: Case) -> str:
    """Names the case for two hours. It ends when the case has another tracking code."""
    return signing.dumps([case.pk, case.tracking_digest], salt=SALT, compress=True)


def case_of(text: str, *, districts: Collection[int]) -> Case | None:
    """The case of a pass that holds still."""
    try:
        key, digest = signing.loads(text, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    found = Case.objects.filter(pk=key, tracking_digest=digest, district__in=districts, erased_at=None)
    return found.select_related("district", "unit").first()
