"""What the letters of a district print besides the case."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import District
from plugins.contrib.requests.exceptions import CaseRefused, DetailsMissing
from plugins.contrib.requests.letters.variables import DETAILS, gaps_in, labels_of, variables_in
from plugins.contrib.requests.models import Letter, LetterDetails


def details_of(district: District) -> LetterDetails:
    """Unsaved and empty where the district has said nothing."""
    found: LetterDetails | None = LetterDetails.objects.filter(district=district).first()
    return found or LetterDetails(district=district)


@transaction.atomic
def keep_details(*, district: District, user: Any, **given: str) -> LetterDetails:
    """Say them; the log names those that changed."""
    details = details_of(district)
    changed = [name for name, text in given.items() if getattr(details, name) != text.strip()]
    for name, text in given.items():
        setattr(details, name, text.strip())
    details.full_clean()
    details.save()
    log(details, "gongkai.requests.details_kept", user=user, data={"changed": changed})
    return details


def missing_details(letter: Letter) -> list[str]:
    """Labels of what the letter prints and its district has not said, and nobody has written into it by hand."""
    details = details_of(letter.case.district)
    open_ones = [name for name in variables_in(letter.title + letter.body) if name in DETAILS]
    return labels_of(name for name in open_ones if not getattr(details, name))


def refuse_gaps(letter: Letter) -> None:
    """Raise :class:`CaseRefused` that names what is open, :class:`DetailsMissing` where the district is to say it."""
    if missing := missing_details(letter):
        words = {"district": letter.case.district, "details": "、".join(missing)}
        raise DetailsMissing(_("The letter prints what the letter details of %(district)s lack: %(details)s.") % words)
    if gaps := gaps_in(letter.title + letter.body):
        raise CaseRefused(_("The letter has gaps: %(gaps)s. Fill them in first.") % {"gaps": "、".join(gaps)})
