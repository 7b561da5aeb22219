"""Issue index numbers (索引号) and void them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from disclosure_pages.documents.models import IndexNumber
from disclosure_pages.documents.numbers.credit_code import is_credit_code
from disclosure_pages.documents.numbers.index_number import IndexNumberForm

from .serials import take_serial

if TYPE_CHECKING:
    from cms.tenancy.models import Unit
    from disclosure_pages.documents.models import PolicyDocument

_MAX_PLACE_LENGTH = 12


@transaction.atomic
def issue_index_number(*, page: PolicyDocument, unit: Unit, year: int) -> IndexNumber:
    """The index number of ``page``: the one it has, or the next one of ``unit`` in ``year``.

    ``year`` is that of the first publication. Called in the transaction of the publication: if that fails, the number
    goes to the next document. Two who publish one page at the same moment get the same number: the second waits for
    the first at the counter or at the unique page, and its own count is rolled back to before.
    """
    issued = IndexNumber.objects.filter(page=page).first()
    if issued is not None:
        return issued
    try:
        with transaction.atomic():
            return _issue(page, unit, year)
    except IntegrityError:
        issued = IndexNumber.objects.filter(page=page).first()
        if issued is None:
            raise
        return issued


def _issue(page: PolicyDocument, unit: Unit, year: int) -> IndexNumber:
    serial = take_serial(scope=f"index/{unit.pk}", year=year)
    text = str(IndexNumberForm(prefix=index_prefix(unit), year=year, serial=serial))
    return IndexNumber.objects.create(page=page, unit=unit, year=year, serial=serial, text=text)


def index_prefix(unit: Unit) -> str:
    """What a unit's index numbers begin with: its unified social credit code, or the district's code and its own.

    Codes of units are unique in a district only, and numbers of all districts stand in one list.
    """
    if is_credit_code(unit.code.upper()):
        return unit.code.upper()
    district = unit.district
    slug = district.slug if len(district.slug) <= _MAX_PLACE_LENGTH else f"d{district.pk}"
    return f"{district.code or slug}-{unit.code}"


@transaction.atomic
def void_index_number(*, page: PolicyDocument, reason: str) -> IndexNumber | None:
    """Take the number from ``page`` for good: the row stays as void with ``reason``, and no other page gets it.

    ``None`` when the page has none. Published again, the page gets a new one.
    """
    issued = IndexNumber.objects.select_for_update().filter(page=page).first()
    if issued is None:
        return None
    issued.page, issued.voided_at, issued.void_reason = None, timezone.now(), reason.strip()
    if not issued.void_reason:
        raise ValidationError({"void_reason": _("Say why the index number is void.")})
    issued.clean_fields()
    issued.save()
    return issued
