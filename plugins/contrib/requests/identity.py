"""Numbers of persons and organisations: whether they can be right, and how they are shown to people who need not know.

Rules of the national standards: GB 11643 (resident identity numbers), GB 32100 (unified social credit codes), MOD 11-2
and MOD 31 of ISO 7064. Documents of other kinds have no check character; their rules are plain shapes.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

MASK: Final = "*"


class IdentityKind(models.TextChoices):
    """Documents by which an applicant is known (Art. 29 of the Regulations asks for name and proof of identity)."""

    RESIDENT = "resident", _("Resident identity card")
    PASSPORT = "passport", _("Passport")
    HONG_KONG_MACAU = "hong_kong_macau", _("Travel permit of Hong Kong or Macau residents")
    TAIWAN = "taiwan", _("Travel permit of Taiwan residents")
    CREDIT_CODE = "credit_code", _("Unified social credit code")
    OTHER = "other", _("Another document")


REQUIRED_OF_ORGANISATIONS: Final = IdentityKind.CREDIT_CODE
#: Shapes of documents without a check character; each is written in capitals.
SHAPES: Final = {
    IdentityKind.PASSPORT: r"[A-Z0-9]{5,17}",
    IdentityKind.HONG_KONG_MACAU: r"[HM]\d{8}(?:\d{2})?",
    IdentityKind.TAIWAN: r"\d{8}(?:\d{2})?",
    IdentityKind.OTHER: r".{1,60}",
}
#: Residents of Hong Kong, Macau and Taiwan may hold residence permits, numbered as identity cards from these regions.
RESIDENT_SHAPE: Final = re.compile(r"[1-9]\d{16}[0-9X]")
RESIDENT_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
RESIDENT_CHECKS: Final = "10X98765432"
CREDIT_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_SHAPE: Final = re.compile(rf"[{CREDIT_ALPHABET}]{{2}}\d{{6}}[{CREDIT_ALPHABET}]{{10}}")
#: Province, prefecture and county of an address, as far as they are written.
WHERE: Final = re.compile(r"(?:.{2,7}?(?:省|自治区))?(?:.{2,8}?[市州盟])?(?:.{1,8}?[区县旗])?")
OLDEST: Final = dt.date(1880, 1, 1)


def clean_number(typed: str) -> str:
    """``typed`` in capitals and half width, without spaces and hyphens."""
    return re.sub(r"[\s\-]+", "", unicodedata.normalize("NFKC", typed)).upper()


def clean_identity(kind: str, typed: str, *, today: dt.date) -> str:
    """The number as it is kept. Raises ``ValidationError`` with what is wrong about it."""
    number = clean_number(typed)
    if kind == IdentityKind.RESIDENT:
        _check_resident(number, today)
    elif kind == IdentityKind.CREDIT_CODE:
        _check_credit_code(number)
    elif not re.fullmatch(SHAPES[IdentityKind(kind)], number):
        raise ValidationError(_("This does not have the shape of a number of this kind."), code="shape")
    return number


def resident_check(first: str) -> str:
    """The eighteenth character that the first seventeen ask for."""
    return RESIDENT_CHECKS[sum(int(digit) * weight for digit, weight in zip(first, RESIDENT_WEIGHTS, strict=True)) % 11]


def credit_check(first: str) -> str:
    """The eighteenth character that the first seventeen ask for."""
    weighed = sum(CREDIT_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(first))
    return CREDIT_ALPHABET[-weighed % 31]


def _check_resident(number: str, today: dt.date) -> None:
    if not RESIDENT_SHAPE.fullmatch(number):
        raise ValidationError(_("A resident identity number has 18 digits; the last one may be X."), code="shape")
    try:
        born = dt.datetime.strptime(number[6:14], "%Y%m%d").date()  # noqa: DTZ007 (a birthday has no zone)
    except ValueError:
        born = dt.date.max
    if not OLDEST <= born <= today:
        raise ValidationError(_("Digits 7 to 14 are not a day of birth."), code="birth")
    if resident_check(number[:17]) != number[17]:
        raise ValidationError(_("The last character does not fit the others: one of them is mistyped."), code="check")


def _check_credit_code(number: str) -> None:
    if not CREDIT_SHAPE.fullmatch(number):
        message = _("A unified social credit code has 18 digits and capital letters, without I, O, S, V and Z.")
        raise ValidationError(message, code="shape")
    if credit_check(number[:17]) != number[17]:
        raise ValidationError(_("The last character does not fit the others: one of them is mistyped."), code="check")


def masked_number(number: str) -> str:
    """First and last character; the rest is not for the screen: ``4****************X``."""
    return _masked(number, first=1, last=1)


def masked_name(name: str) -> str:
    """First character of a name: ``刘**``; of two characters the first as well."""
    return _masked(name, first=1, last=0)


def masked_phone(phone: str) -> str:
    """Three first and four last digits of a mobile number, less of a short one: ``138****0000``."""
    return _masked(phone, first=3, last=4) if len(phone) > 9 else _masked(phone, first=0, last=2)


def masked_mail(address: str) -> str:
    """First character and the domain: ``l***@example.com``. The mask has one length, whatever it covers."""
    name, at, domain = address.rpartition("@")
    return f"{name[:1]}{MASK * 3}{at}{domain}" if at else _masked(address, first=1, last=0)


def masked_address(address: str) -> str:
    """Province, city and district, which say where letters go and not to whom."""
    found = WHERE.match(address)
    kept = (found.group() if found else "") or address[:3]
    return kept + MASK * 6 if len(address) > len(kept) else _masked(address, first=1, last=0)


def _masked(value: str, *, first: int, last: int) -> str:
    """At least a third of ``value`` is covered, whatever is asked to be seen."""
    hidden = len(value) - first - last
    if hidden * 3 < len(value):
        return value[:1] * (len(value) > 1) + MASK * max(len(value) - 1, 1) if value else ""
    return value[:first] + MASK * hidden + value[len(value) - last :]
