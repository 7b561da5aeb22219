"""Keep every public text of a document as an edition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
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
from disclosure_pages.library.rules import DOCUMENTS
from disclosure_pages.public.cache.scope import end_on_commit

if TYPE_CHECKING:
    from cms.people.models import User
    from disclosure_pages.documents.models import PolicyDocument

HIDE, SHOW = ACTIONS = ("gongkai.library.hide_edition", "gongkai.library.show_edition")  # in the audit log
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


def may_hide_editions(*, page: PolicyDocument, user: User) -> bool:
    """Whether ``user`` decides which former texts of ``page`` are shown."""
    return may_act_as_office(page=page, user=user)


def refusal_to_hide(edition: Edition, *, among: Iterable[Edition]) -> str:
    """Why ``edition`` cannot be hidden, ``among`` all editions of its document; mostly empty."""
    if edition.is_hidden:
        return _("This edition is hidden already.")
    if all(other.number <= edition.number for other in among):
        return _("This is the present text. Withdraw the document instead.")
    return ""


def refusal_to_show(edition: Edition, *, among: Iterable[Edition]) -> str:
    """Why ``edition`` cannot be shown again, ``among`` all editions of its document; mostly empty."""
    if not edition.is_hidden:
        return _("This edition is shown already.")
    # A withdrawal hides what was public then; what had been hidden before belongs to what was withdrawn, too.
    if any(other.is_withdrawn and other.number >= edition.number for other in among):
        return _("The document was withdrawn after this edition: what was withdrawn is not shown again.")
    return ""


@transaction.atomic
def hide_edition(*, edition: Edition, user: User, reason: str) -> Edition:
    """Stop showing the text of a former edition, as when it held personal data that a correction removed.

    The disclosure office does it and says why. The present edition is the document itself: withdraw that instead.
    """
    edition = _taken_up(edition, user=user, reason=reason)
    _refuse(refusal_to_hide(edition, among=Edition.objects.of(edition.page).without_text()))
    edition.hidden_at, edition.hidden_by, edition.hiding_reason = timezone.now(), user, reason.strip()
    return _settled(edition, action=HIDE, user=user, reason=reason)


@transaction.atomic
def show_edition(*, edition: Edition, user: User, reason: str) -> Edition:
    """Show the text of an edition again that was hidden by mistake. What was withdrawn stays hidden for good."""
    edition = _taken_up(edition, user=user, reason=reason)
    _refuse(refusal_to_show(edition, among=Edition.objects.of(edition.page).without_text()))
    edition.hidden_at, edition.hidden_by, edition.hiding_reason = None, None, ""
    return _settled(edition, action=SHOW, user=user, reason=reason)


def _taken_up(edition: Edition, *, user: User, reason: str) -> Edition:
    """The edition as it is now, kept from others until the act is done."""
    locked = Edition.objects.select_for_update(of=("self",)).select_related("page").get(pk=edition.pk)
    if not may_hide_editions(page=locked.page, user=user):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _("A reason is needed; it is recorded.")})
    return locked


def _refuse(refusal: str) -> None:
    if refusal:
        raise ValidationError(refusal)


def _settled(edition: Edition, *, action: str, user: User, reason: str) -> Edition:
    """Written, recorded in the history of the page, and no kept page says otherwise."""
    edition.full_clean(exclude=("header", "lines"))  # which may be empty
    edition.save(update_fields=["hidden_at", "hidden_by", "hiding_reason"])
    data = {"number": edition.number, "reason": reason.strip()}
    log(instance=edition.page, action=action, user=user, data=data)
    end_on_commit(DOCUMENTS)
    return edition
