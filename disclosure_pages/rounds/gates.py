"""The result document of a round says what was decided, no more and no less."""

from __future__ import annotations

from django.utils.translation import gettext as _

from disclosure_pages.documents.enums import RelationOrigin
from disclosure_pages.documents.models import DocumentRelation, PolicyDocument
from plugins.findings import Finding, GateRequest
from plugins.hookspecs import hookimpl

from .domain.result import result_items
from .enums import RoundState
from .models import ReviewRound
from .rules import KIND_OF_PROPOSAL

ENDING = frozenset(KIND_OF_PROPOSAL.values())


@hookimpl
def publication_gate(request: GateRequest) -> list[Finding]:
    """A result document states the approved decisions; a correction drops none of those that are facts."""
    page = request.page
    if not isinstance(page, PolicyDocument):
        return []
    review_round = ReviewRound.objects.filter(result_page=page.pk).first()
    if review_round is None or _agrees(page, review_round):
        return []
    finding = Finding(
        code="gongkai.round.result_differs",
        field="stated_relations",
        message=_("The relations are not those that were approved in the review round “%(title)s”.")
        % {"title": review_round.title},
        remedy=_("Leave this list as it was drawn up; take the result back in the round, or undo the round."),
    )
    return [finding]


def _agrees(page: PolicyDocument, review_round: ReviewRound) -> bool:
    stated = {(row.kind, row.target_id) for row in page.stated_relations.all() if row.kind in ENDING}
    if review_round.state == RoundState.CONCLUDED:
        return stated == _decided(review_round)
    facts = DocumentRelation.objects.filter(source__page=page.pk, origin=RelationOrigin.DECIDED)
    return stated >= set(facts.values_list("kind", "target__page"))


def _decided(review_round: ReviewRound) -> set[tuple[str, int | None]]:
    items = result_items(review_round=review_round)
    return {
        (KIND_OF_PROPOSAL[item.proposal], item.record.page_id) for item in items if item.proposal in KIND_OF_PROPOSAL
    }
