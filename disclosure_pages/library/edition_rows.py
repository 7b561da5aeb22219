"""Editions of a document in words: what changed from one to the next, and where the public reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosure_pages.documents.models import PolicyDocument

from .documents.comparing import header_changes
from .models import Edition
from .rules import EDITIONS


@dataclass(frozen=True, kw_only=True)
class EditionRow:
    """An edition for a list; ``address`` is empty where the public reads nothing of it."""

    edition: Edition
    changes: list[str]
    address: str
    is_present: bool


def edition_rows(page: PolicyDocument) -> list[EditionRow]:
    """Every edition of ``page``, the newest first."""
    editions = list(Edition.objects.of(page).select_related("hidden_by"))
    public_url = page.url if page.live and page.is_public else None
    rows = []
    for number, edition in enumerate(editions):
        before = editions[:number]
        rows.append(
            EditionRow(
                edition=edition,
                changes=list(changes_between(before[-1], edition)) if before else [_("The first edition.")],
                address=_address(edition, before=before, url=public_url) if public_url else "",
                is_present=number == len(editions) - 1,
            )
        )
    return rows[::-1]


def changes_between(old: Edition, new: Edition) -> Iterator[str]:
    """What differs: names of fields of the header, and how much of the text."""
    labels = [label for label, _before, _after in header_changes(old, new)]
    yield from labels
    if old.lines != new.lines:
        gone, come = Counter(old.lines), Counter(new.lines)
        counts = {"gone": (gone - come).total(), "come": (come - gone).total()}
        if any(counts.values()):
            yield _("Text (paragraphs: %(gone)d out, %(come)d in)") % counts
        else:
            yield _("Text (order of paragraphs)")
    elif not labels:
        yield _("Files or other fields")


def _address(edition: Edition, *, before: list[Edition], url: str) -> str:
    """Where the public compares the edition with the last one before that is shown."""
    if edition.is_hidden:
        return ""
    shown = [other.number for other in before if not other.is_hidden]
    return f"{url}{EDITIONS}/" + (f"?old={shown[-1]}&new={edition.number}" if shown else "")
