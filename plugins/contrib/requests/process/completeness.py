"""What an application must say by Art. 29, and does not: what a notice of correction asks for (Art. 30). Pure."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.contrib.requests.enums import ApplicantKind
from plugins.contrib.requests.identity import clean_identity


def missing_parts(case: Any, *, today: dt.date) -> list[str]:
    """In words, in the order of the form; of ``case`` the columns of an application are read."""
    checks = (
        (not _is_identified(case, today), pgettext("missing in an application", "number of a document of identity")),
        (
            case.applicant_kind != ApplicantKind.NATURAL and not case.representative,
            pgettext("missing in an application", "who acts for the organisation"),
        ),
        (not (case.phone or case.email or case.fax or case.address), pgettext("missing in an application", "contact")),
        (not case.features, pgettext("missing in an application", "description of the information")),
    )
    return [words for is_missing, words in checks if is_missing]


def notice_of(missing: list[str]) -> str:
    """A first wording of the notice; empty when nothing is missing."""
    return _("Please add: %(parts)s.") % {"parts": "、".join(missing)} if missing else ""


def _is_identified(case: Any, today: dt.date) -> bool:
    if not (case.identity_kind and case.identity_number):
        return False
    try:
        clean_identity(case.identity_kind, case.identity_number, today=today)
    except ValidationError:
        return False
    return True
