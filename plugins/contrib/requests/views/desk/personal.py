"""Personal data of an applicant on the screen: masked, but for what somebody said why they need it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.contrib.requests.identity import (
    masked_address,
    masked_mail,
    masked_name,
    masked_number,
    masked_phone,
)
from plugins.contrib.requests.models import Case

#: Fields that tell who somebody is, and how each is shown.
MASKS: Mapping[str, Callable[[str], str]] = {
    "name": masked_name,
    "representative": masked_name,
    "identity_number": masked_number,
    "phone": masked_phone,
    "email": masked_mail,
    "fax": masked_phone,
    "address": masked_address,
}
LABELS = {field.name: field.verbose_name for field in Case._meta.fields if field.name in MASKS}


@dataclass(frozen=True, slots=True)
class Line:
    """A field as the screen shows it; ``is_shown`` when it was asked for with a purpose."""

    name: str
    label: Any
    text: str
    is_shown: bool = False


def personal_lines(case: Case, *, shown: str = "") -> list[Line]:
    """What the applicant said of themselves, without what they left out; ``shown`` is the one field in full."""
    given = [(name, mask, getattr(case, name)) for name, mask in MASKS.items() if getattr(case, name)]
    return [
        Line(name, LABELS[name], text if name == shown else mask(text), name == shown) for name, mask, text in given
    ]


def applicant_on_paper(case: Case, *, in_full: bool) -> dict[str, str]:
    """Every such field by its name, masked unless it is wanted in full; empty where nothing was said."""
    given = {name: getattr(case, name) for name in MASKS}
    return {name: text if in_full or not text else MASKS[name](text) for name, text in given.items()}
