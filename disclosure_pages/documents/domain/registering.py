"""The register of normative documents (统一登记): enter what the legal office registers, and mark what is void."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.exceptions import ReviewRefused
from disclosure_pages.clearance.models import Review
from disclosure_pages.documents.models import Registration, RegistrationScheme, SerialCounter

from .serials import take_serial

if TYPE_CHECKING:
    from cms.tenancy.models import District
    from disclosure_pages.documents.models import PolicyDocument


@transaction.atomic
def register_content(*, page: PolicyDocument, review: Review) -> Registration:
    """Enter the content that ``review`` (of the registration stage) approved: a number, or the document's own again.

    ``page`` is the reviewed version. Called in the transaction of the approval, before the publication asks for the
    entry: if that fails, the number goes to the next document. Raises ``ReviewRefused`` when nobody found the content
    lawful, or a number given by hand is taken.
    """
    entered = Registration.objects.valid().of(page).filter(digest=review.digest).first()
    if entered is not None:
        return entered
    legality = _legality_review(page, review)
    entry = Registration(
        page_id=page.pk,
        district_id=page.district_id,
        unit_id=page.unit_id,
        title=page.title,
        number=page.number,
        issuer=page.issuer,
        digest=review.digest,
        opinion=legality.opinion,
        judged_by_id=legality.reviewer_id,
        judged_at=legality.decided_at,
        registered_by_id=review.reviewer_id,
        registered_at=review.decided_at,
        **_place(page, review),
    )
    return _save(entry)


def _legality_review(page: PolicyDocument, review: Review) -> Review:
    approvals = Review.objects.approvals(page=page, digest=review.digest)
    found: Review | None = approvals.filter(stage=ReviewStage.LEGALITY).order_by("-decided_at").first()
    if found is None:
        raise ReviewRefused(_("No legality review has approved this content."))
    return found


def _place(page: PolicyDocument, review: Review) -> dict[str, Any]:
    """Number, year, serial and edition of the new entry."""
    year = timezone.localdate(review.decided_at).year
    before = Registration.objects.valid().of(page).last()
    if before is not None:
        return {"text": before.text, "year": year, "serial": before.serial, "edition": before.edition + 1}
    if review.former_number:
        return {"text": review.former_number, "year": year, "serial": None}
    return next_number(district=page.district, year=year)


def next_number(*, district: District, year: int) -> dict[str, Any]:
    """Take the next number of the register: ``text``, ``year`` and ``serial``.

    A number that a document brought along is passed over: it is in the register, so there is no gap.
    """
    scheme, text = RegistrationScheme.of(district), ""
    while not text or Registration.objects.filter(district=district, text=text).exists():
        serial = take_serial(scope=_scope(district), year=year)
        text = scheme.number(year=year, serial=serial)
    return {"text": text, "year": year, "serial": serial}


def _scope(district: District) -> str:
    # Sorts before those of index numbers, which the publication takes afterwards: see ``take_serial``.
    return f"district/{district.pk}/registration"


def expected_number(*, page: PolicyDocument) -> str:
    """The number that ``page`` has, or would get if nobody else registered anything before."""
    before = Registration.objects.valid().of(page).last()
    return str(before.text) if before is not None else number_after_last(district=page.district)


def number_after_last(*, district: District) -> str:
    """The number that follows the last one of the register, without taking it."""
    year = timezone.localdate().year
    counter = SerialCounter.objects.filter(scope=_scope(district), year=year).first()
    serial = counter.last_serial + 1 if counter is not None else 1
    return RegistrationScheme.of(district).number(year=year, serial=serial)


def _save(entry: Registration) -> Registration:
    """Somebody else may have brought the same number along at this moment."""
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError as error:
        taken = {"number": entry.text}
        raise ReviewRefused(_("The registration number %(number)s is already in the register.") % taken) from error
    return entry


def registration_of(page: PolicyDocument) -> Registration | None:
    """The valid entry of exactly this content of ``page``."""
    found: Registration | None = Registration.objects.valid().of(page).filter(digest=content_digest(page)).first()
    return found


def record_publication_of_entry(*, page: PolicyDocument) -> str:
    """Note on the entry of the content that is being published that it is; returns its number, empty if it has none."""
    if not page.is_normative:
        return ""
    entry = registration_of(page)
    if entry is None:
        return ""
    if entry.published_at is None:
        entry.published_at = timezone.now()
        entry.save(update_fields=["published_at"])
    return str(entry.text)


def void_registrations(*, page: PolicyDocument, reason: str) -> None:
    """The document is deleted: its entries stay as void, and nothing else gets its number."""
    Registration.objects.valid().of(page).update(voided_at=timezone.now(), void_reason=reason)
