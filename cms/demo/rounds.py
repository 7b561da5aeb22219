"""A review round under way: two units decide about documents that are there; one of them has handed in."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from cms.people.enums import Role
from cms.tenancy.models import District, Unit
from disclosure_pages.rounds.domain.approving import approve_items
from disclosure_pages.rounds.domain.preparing import create_round, open_round
from disclosure_pages.rounds.domain.proposing import Proposed, hand_in, record_proposals
from disclosure_pages.rounds.domain.selecting import Selection, add_documents
from disclosure_pages.rounds.enums import Proposal
from disclosure_pages.rounds.models import ReviewRound, RoundItem

from .people import holder_of, staff_of

TITLE = "{year}年政策文件清理（演示）"
BASIS = "根据定期清理规范性文件和政策文件的要求"
TIME_TO_DECIDE = dt.timedelta(days=30)
NOT_QUITE_NEW = dt.timedelta(days=20)
UNFINISHED, FINISHED = "jyj", "wsjkj"
KEEP = Proposed(proposal=Proposal.KEEP)
AMEND = Proposed(
    proposal=Proposal.AMEND, reason="执行中需要与现行工作安排衔接", successor="由区卫生健康局修订后重新公布"
)


def hold_round(*, district: District) -> ReviewRound:
    """One unit has handed in, of which the legal office has approved one proposal; the other has a document left."""
    today, office = timezone.localdate(), holder_of(Role.DISCLOSURE_OFFICE)
    review_round = create_round(
        district=district,
        user=office,
        title=TITLE.format(year=today.year),
        basis=BASIS,
        due_on=today + TIME_TO_DECIDE,
    )
    units = Unit.objects.filter(district=district, code__in=(UNFINISHED, FINISHED)).values_list("pk", flat=True)
    selection = Selection(units=tuple(units), formed_before=today - NOT_QUITE_NEW)
    add_documents(review_round=review_round, user=office, selection=selection, on=today)
    open_round(review_round=review_round, user=office)
    _propose(review_round, FINISHED)
    _propose(review_round, UNFINISHED, leave=1)
    agreed = [item.pk for item in _items(review_round, FINISHED) if item.proposal == Proposal.KEEP]
    approve_items(review_round=review_round, user=holder_of(Role.LEGAL_OFFICE), items=agreed)
    return review_round


def _propose(review_round: ReviewRound, code: str, *, leave: int = 0) -> None:
    """The unit keeps its oldest document and would amend the others; so many of the newest it leaves undecided."""
    part = review_round.units.get(unit__code=code)
    author, moderator = staff_of(part.unit)
    items = _items(review_round, code)
    decided = items[: len(items) - leave]
    said = {item.pk: AMEND if position else KEEP for position, item in enumerate(decided)}
    record_proposals(part=part, user=author, proposals=said)
    if not leave:
        hand_in(part=review_round.units.get(pk=part.pk), user=moderator)


def _items(review_round: ReviewRound, code: str) -> list[RoundItem]:
    return list(review_round.items.filter(unit__code=code).order_by("record__formed_on", "pk"))
