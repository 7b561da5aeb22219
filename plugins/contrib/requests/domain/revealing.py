"""Whoever looks at personal data says why, and it is kept who looked at what (Personal Information Protection Law)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, DataAccess

NO_PURPOSE = _("Say for what you need it; it is kept with your name.")


@transaction.atomic
def note_access(*, case: Case, what: str, purpose: str, user: Any) -> DataAccess:
    """Keep that ``user`` looked at ``what`` (a field, a file, everything) before it is shown.

    Raises :class:`CaseRefused` without a purpose.
    """
    if not purpose.strip():
        raise CaseRefused(str(NO_PURPOSE))
    made: DataAccess = DataAccess.objects.create(case=case, user=user, what=what, purpose=purpose.strip()[:200])
    return made
