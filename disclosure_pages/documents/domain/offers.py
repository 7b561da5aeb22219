"""What a draft's text states and its fields do not say yet, offered to its editor with the sentence it comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from disclosure_pages.documents.enums import EffectiveRule
from disclosure_pages.documents.force.enums import RelationKind
from disclosure_pages.documents.models import LegalRecord, StatedRelation
from disclosure_pages.documents.numbers.document_number import normalise
from disclosure_pages.documents.proposals.calendar_days import last_day_of_term
from disclosure_pages.documents.proposals.finding import find_proposals
from disclosure_pages.documents.proposals.proposal import DayRule, Proposal, ProposalKind

from .draft_text import text_of_draft
from .targets import own_first

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument

#: Kinds that say the same of a target: who has stated one of them needs no offer of the other.
_ENDS = frozenset({RelationKind.REPEALS, RelationKind.REPLACES, RelationKind.DECLARES_EXPIRED})


class OfferState(StrEnum):
    """Whether there is something to take over."""

    OPEN = "open"
    STATED = "stated"
    LATER = "later"


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A proposal beside what the draft says already.

    ``target`` is the document of the library that is meant. ``new_expiry`` is the day until which an extension reaches,
    as far as it can be told. ``LATER``: a day from which this one is counted is not known yet.
    """

    proposal: Proposal
    state: OfferState
    target: LegalRecord | None = None
    new_expiry: dt.date | None = None

    @property
    def key(self) -> str:
        """The proposal's."""
        return self.proposal.key

    @property
    def needs_day(self) -> bool:
        """Whether the editor has to say until when an extension reaches."""
        return self.proposal.relation == RelationKind.EXTENDS and self.new_expiry is None


def offers_of(draft: PolicyDocument) -> list[Offer]:
    """All that the text of ``draft`` states, in its order; two queries at most, however much that is."""
    proposals = find_proposals(
        text_of_draft(draft), published_on=draft.first_issued_on, formed_on=draft.formed_on, title=draft.title
    )
    relations = [proposal for proposal in proposals if proposal.relation]
    targets = _targets(relations, draft)
    rows = list(draft.stated_relations.all())
    has_expiry = any(proposal.kind == ProposalKind.EXPIRY for proposal in proposals)
    return [
        _offer_relation(proposal, targets.get(proposal.key), rows) if proposal.relation else _offer_day(proposal, draft)
        for proposal in proposals
        if not (proposal.kind == ProposalKind.TERM and has_expiry)
    ]


def _targets(proposals: Iterable[Proposal], draft: PolicyDocument) -> dict[str, LegalRecord]:
    """The record that each relation means: by number, or by a title that only one document of the city has."""
    numbers = {proposal.key: normalise(proposal.target_number) for proposal in proposals if proposal.target_number}
    titles = {proposal.key: proposal.target_title for proposal in proposals if not proposal.target_number}
    of_city = LegalRecord.objects.valid().filter(district__city=draft.district.city_id).exclude(page=draft.pk)
    of_city = of_city.exclude(page=None).order_by(own_first(draft.district), "pk")
    by_number: dict[str, LegalRecord] = {}
    for record in of_city.filter(number_key__in=numbers.values()):
        by_number.setdefault(record.number_key, record)
    by_title: dict[str, list[LegalRecord]] = {}
    for record in of_city.filter(title__in=titles.values()):
        by_title.setdefault(record.title, []).append(record)
    found = {key: by_number[number] for key, number in numbers.items() if number in by_number}
    return found | {key: by_title[title][0] for key, title in titles.items() if len(by_title.get(title, ())) == 1}


def _offer_relation(proposal: Proposal, target: LegalRecord | None, rows: Iterable[StatedRelation]) -> Offer:
    is_stated = any(_is_same(row, proposal, target) for row in rows)
    return Offer(
        proposal=proposal,
        state=OfferState.STATED if is_stated else OfferState.OPEN,
        target=target,
        new_expiry=_new_expiry(proposal, target),
    )


def _is_same(row: StatedRelation, proposal: Proposal, target: LegalRecord | None) -> bool:
    if row.kind != proposal.relation and not {row.kind, proposal.relation} <= _ENDS:
        return False
    if row.target_id is not None and target is not None:
        return row.target_id == target.page_id
    if row.target_number and proposal.target_number:
        return normalise(row.target_number) == normalise(proposal.target_number)
    return bool(proposal.target_title) and row.target_title == proposal.target_title


def _new_expiry(proposal: Proposal, target: LegalRecord | None) -> dt.date | None:
    """The day that the text names, or the end of the term that it adds to that of the target."""
    if proposal.new_expiry or proposal.term is None or target is None or target.expires_on is None:
        return proposal.new_expiry
    return last_day_of_term(target.expires_on + dt.timedelta(days=1), proposal.term)


def _offer_day(proposal: Proposal, draft: PolicyDocument) -> Offer:
    if proposal.kind == ProposalKind.EXPIRY:
        return Offer(proposal=proposal, state=_state(draft.expires_on == proposal.day))
    if proposal.kind == ProposalKind.TERM:
        return Offer(proposal=proposal, state=OfferState.STATED if draft.expires_on else OfferState.LATER)
    is_stated = proposal.day is not None and draft.effective_day == proposal.day
    if follows_publication(proposal):
        return Offer(proposal=proposal, state=_state(is_stated or draft.effective_rule == EffectiveRule.ON_PUBLICATION))
    return Offer(proposal=proposal, state=_state(is_stated) if proposal.day else OfferState.LATER)


def follows_publication(proposal: Proposal) -> bool:
    """Whether the document says that it is in force from the day of its publication, whichever that will be."""
    return proposal.day_rule == DayRule.FROM_PUBLICATION and not proposal.days_after


def _state(is_stated: bool) -> OfferState:
    return OfferState.STATED if is_stated else OfferState.OPEN
