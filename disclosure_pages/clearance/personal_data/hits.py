"""One number that was found: where it stands and what may be shown of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

LABELS = {
    "resident_id": _("resident ID number"),
    "mobile": _("mobile number"),
    "bank_card": _("bank card number"),
    "passport": _("passport number"),
}


@dataclass(frozen=True, kw_only=True)
class Hit:
    """``field`` is the form field in which it stands, empty for a file; ``place`` says where in words.

    ``fingerprint`` is the same for the same number and tells nobody which number it is: numbers of persons can be tried
    out one by one, so it is keyed with the installation's secret.
    """

    kind: str
    field: str
    place: str
    masked: str
    fingerprint: str

    @property
    def label(self) -> str:
        """Name of the kind in the user's language."""
        return str(LABELS[self.kind])


def make_hit(*, kind: str, value: str, field: str = "", place: str = "") -> Hit:
    """A hit that no longer holds the number itself."""
    fingerprint = salted_hmac("gongkai.personal_data", f"{kind}:{value}", algorithm="sha256").hexdigest()[:12]
    return Hit(kind=kind, field=field, place=place, masked=mask(value), fingerprint=fingerprint)


def mask(text: str) -> str:
    """First three and last two characters, the rest as asterisks."""
    return text[:3] + "*" * max(len(text) - 5, 0) + text[-2:]
