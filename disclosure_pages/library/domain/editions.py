"""Keep every public text of a document as an edition."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.domain.acts import may_act_as_office
from disclosure_pages.library.documents.blocks import lines_of
from disclosure_pages.library.models import Edition

if TYPE_CHECKING:
    from cms.people.models import User
    from disclosure_pages.documents.models import PolicyDocument

#: Fields of the header that a comparison of editions shows, beside the title.
HEADER_FIELDS = ("number", "issuer", "addressees", "formed_on", "first_issued_on", "effective_day", "expires_on")


def record_edition(*, page: PolicyDocument, published_at: dt.datetime | None = None) -> Edition | None:
    """Write down the text that has become public, just now or ``published_at``; ``None``: the last edition has it.

    Called in the transaction of the publication. A document that is public again after a withdrawal begins a new
    edition, because what was withdrawn is not shown again.
    """
    digest = content_digest(page)
    last = Edition.objects.of(page).without_text().last()
    if last is not None and last.digest == digest and not last.is_hidden:
        return None
    return Edition.objects.create(
        page=page,
        number=last.number + 1 if last is not None else 1,
        digest=digest,
        title=page.title,
        published_at=published_at or timezone.now(),
        header=header_of(page),
        lines=lines_of(page.body),
    )


def header_of(page: PolicyDocument) -> dict[str, str]:
    """What the header says, field by field, as it is shown."""
    values = {name: getattr(page, name) for name in HEADER_FIELDS}
    return {
        name: date_format(value, "Y-m-d") if hasattr(value, "year") else str(value)
        for name, value in values.items()
        if value
    }


def hide_withdrawn_editions(*, page: PolicyDocument) -> None:
    """The document was withdrawn: what it said up to now is not shown again, also when a corrected text follows."""
    reason = _("The document was withdrawn.")
    Edition.objects.filter(page=page.pk).shown().update(hidden_at=timezone.now(), hiding_reason=reason)


@transaction.atomic
def hide_edition(*, edition: Edition, user: User, reason: str) -> Edition:
    """Stop showing the text of a former edition, as when it held personal data that a correction removed.

    The disclosure office does it and says why. The present edition is the document itself: withdraw that instead.
    """
    page = edition.page
    if not may_act_as_office(page=page, user=user):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the edition is hidden.")})
    if not Edition.objects.of(page).filter(number__gt=edition.number).exists():
        raise ValidationError(_("This is the present text. Withdraw the document instead."))
    edition.hidden_at, edition.hidden_by, edition.hiding_reason = timezone.now(), user, reason.strip()
    edition.full_clean()
    edition.save(update_fields=["hidden_at", "hidden_by", "hiding_reason"])
    log(instance=page, action="gongkai.library.hide_edition", user=user, data={"number": edition.number})
    return edition
