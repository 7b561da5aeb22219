"""The result of a round in words: four lists with links, and the relations that its publication makes facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from disclosure_pages.rounds.enums import Proposal
from disclosure_pages.rounds.rules import KIND_OF_PROPOSAL, RESULT_LISTS

if TYPE_CHECKING:
    from disclosure_pages.rounds.models import ReviewRound, RoundItem

NUMERALS = "一二三四五六七八九十"


def result_items(*, review_round: ReviewRound) -> list[RoundItem]:
    """Approved documents that the public may read, in the order of the lists; a withdrawn title stays unnamed."""
    items = review_round.items.approved().filter(record__is_public=True, record__page__isnull=False)
    return list(items.select_related("record", "unit").order_by("unit__code", "record__formed_on", "pk"))


def result_lists(items: list[RoundItem]) -> list[tuple[str, str, list[RoundItem]]]:
    """Proposal, heading and documents of each list that is not empty."""
    lists = (
        (value, str(heading), [item for item in items if item.proposal == value]) for value, heading in _headings()
    )
    return [(value, heading, found) for value, heading, found in lists if found]


def _headings() -> Iterator[tuple[str, Any]]:
    return iter(RESULT_LISTS.items())


def stated_relations(items: list[RoundItem]) -> list[dict[str, Any]]:
    """Rows of ``StatedRelation`` for what is repealed or declared expired.

    They name no day of their own: they take effect with the result document, or they would never happen when it is
    published after that day (a document that is not in force acts on nothing).
    """
    return [
        {
            "kind": KIND_OF_PROPOSAL[item.proposal],
            "target_id": item.record.page_id,
            "target_title": item.record.title,
            "target_number": item.record.number,
        }
        for item in items
        if item.proposal in KIND_OF_PROPOSAL
    ]


def result_body(*, review_round: ReviewRound, items: list[RoundItem]) -> list[dict[str, Any]]:
    """The text of the result document: why, and each list under a heading with its number."""
    parts = [f"<p>{escape(_opening(review_round, len(items)))}</p>"]
    for position, (value, heading, found) in enumerate(result_lists(items)):
        label = f"{NUMERALS[position]}、{heading}（{_documents(len(found))}）"
        rows = "".join(f"<li>{_row(item, value)}</li>" for item in found)
        parts.append(f"<h2>{escape(label)}</h2><ol>{rows}</ol>")
    return [{"type": "text", "value": "".join(parts)}]


def _opening(review_round: ReviewRound, total: int) -> str:
    return _("%(basis)s, %(total)d documents were reviewed. The result is as follows.") % {
        "basis": review_round.basis.rstrip("。.，,"),
        "total": total,
    }


def _documents(number: int) -> str:
    return ngettext("%(number)d document", "%(number)d documents", number) % {"number": number}


def _row(item: RoundItem, proposal: str) -> str:
    record = item.record
    name = escape(record.title) + (f"（{escape(record.number)}）" if record.number else "")
    link = f'<a linktype="page" id="{record.page_id}">{name}</a>'
    said = item.successor if proposal != Proposal.KEEP else ""
    return f"{link}：{escape(said)}" if said else link
