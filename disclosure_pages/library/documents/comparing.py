"""Two editions beside each other: what changed in the header and in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.domain.editions import HEADER_FIELDS
from disclosure_pages.library.models import Edition
from disclosure_pages.public.exceptions import NoSuchListing

from .header import label_of

if TYPE_CHECKING:
    from .redline.comparing import Comparison


class NoSuchEdition(NoSuchListing):
    """A reader asked to compare editions that are not there; the message is shown."""


@dataclass(frozen=True)
class Redline:
    """``old`` and ``new`` compared; ``header`` has label, old and new value of what differs."""

    old: Edition
    new: Edition
    header: list[tuple[str, str, str]]
    text: Comparison


def parse_pair(editions: Sequence[Edition], *, old: str, new: str) -> tuple[int, int] | None:
    """Numbers of the two editions asked for, the older first; the last two when nothing is asked; ``None`` without two.

    Raises :class:`NoSuchEdition` when one of them is not shown.
    """
    shown = [edition.number for edition in editions if not edition.is_hidden]
    if not (old or new):
        return (shown[-2], shown[-1]) if len(shown) > 1 else None
    numbers = {str(number): number for number in shown}
    if old not in numbers or new not in numbers:
        raise NoSuchEdition(_("This document has no such edition to show. Choose two from the list."))
    first, second = sorted((numbers[old], numbers[new]))
    return first, second


def compare_editions(page: PolicyDocument, pair: tuple[int, int]) -> Redline:
    """What changed between two editions of ``page``."""
    from .redline.comparing import compare_texts  # loaded with the first comparison

    old, new = Edition.objects.of(page).shown().filter(number__in=pair).order_by("number")
    return Redline(old, new, header_changes(old, new), compare_texts(old.lines, new.lines))


def header_changes(old: Edition, new: Edition) -> list[tuple[str, str, str]]:
    """Label, old and new value of the fields of the header that differ, the title first."""
    labels = {"issuer": "issuer_name", "first_issued_on": "issued_on", "effective_day": "effective_on"}
    rows = [(_("Title"), old.title, new.title)]
    for name in HEADER_FIELDS:
        label = label_of(labels.get(name, name))
        rows.append((label, old.header.get(name, ""), new.header.get(name, "")))
    return [row for row in rows if row[1] != row[2]]
