"""One act turns the approved decisions of a round into a result document, and its publication into law.

The result document is a policy document like any other: a draft with the four lists, whose stated relations are the
repeals and expiries. It passes the ordinary reviews, and its publication writes the relations and works out legal
force, all in one transaction. So nothing has effect that nobody has cleared, and the source of every relation is a
document that readers can open. A gate holds the draft to the approved decisions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.log_actions import log

from disclosure_pages.documents.enums import EffectiveRule
from disclosure_pages.documents.models import DocumentKind, PolicyDocument, Topic
from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.pages.models import Attachment
from disclosure_pages.rounds.enums import RoundState
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import ReviewRound
from disclosure_pages.rounds.sheets import result_sheet
from disclosure_pages.tree.models import Section

from .drafting import begin_draft
from .permitting import lock_round, require_office, require_reason
from .result import result_body, result_items, stated_relations

if TYPE_CHECKING:
    from cms.people.models import User

KIND, TOPIC = "decision", "0101"


@transaction.atomic
def conclude_round(*, review_round: ReviewRound, user: User, section: Section, title: str) -> PolicyDocument:
    """Write the result document of the round as a draft in ``section``; every decision must have been approved.

    Raises ``RoundRefused`` when units or approvals are missing, or the section is not of the district.
    """
    require_office(district=review_round.district, user=user)
    lock_round(review_round)
    _check(review_round, section)
    items = result_items(review_round=review_round)
    page = begin_draft(
        PolicyDocument,
        section=section,
        user=user,
        title=title,
        relations=stated_relations(items),
        kind=DocumentKind.objects.filter(code=KIND).first(),
        topic=Topic.objects.filter(code=TOPIC).first(),
        formed_on=timezone.localdate(),
        body=result_body(review_round=review_round, items=items),
        **_days(review_round),
    )
    _attach_lists(page, review_round=review_round, section=section, user=user)
    review_round.state, review_round.result_page = RoundState.CONCLUDED, page
    review_round.save()
    log(instance=review_round, action="gongkai.round.conclude", user=user, data={"documents": len(items)})
    return page


def _check(review_round: ReviewRound, section: Section) -> None:
    if review_round.state != RoundState.DECIDING:
        raise RoundRefused(_("A result needs the tables of all units."))
    left = review_round.items.filter(approved_at=None).count()
    if left:
        raise RoundRefused(_("%(number)d proposals are not approved yet.") % {"number": left})
    if section.unit.district_id != review_round.district_id:
        raise RoundRefused(_("The result is published in the district of the round."))


def _days(review_round: ReviewRound) -> dict[str, Any]:
    if review_round.takes_effect_on is None:
        return {"effective_rule": EffectiveRule.ON_PUBLICATION}
    return {"effective_rule": EffectiveRule.ON_DAY, "effective_on": review_round.takes_effect_on}


def _attach_lists(page: PolicyDocument, *, review_round: ReviewRound, section: Section, user: User) -> None:
    """The lists as a workbook, for readers who want to count."""
    title = _("Result lists")
    file = ContentFile(result_sheet(review_round=review_round, is_public=True), name=f"{title}.xlsx")
    document = DisclosureDocument.objects.create(
        title=title, file=file, collection=section.collection, uploaded_by_user=user
    )
    page.attachments.add(Attachment(document=document))
    page.save_revision(user=user)


@transaction.atomic
def take_back_result(*, review_round: ReviewRound, user: User, reason: str) -> None:
    """Throw the draft of the result away, so that decisions can be returned and the round concluded anew."""
    require_office(district=review_round.district, user=user)
    lock_round(review_round)
    said, page = require_reason(reason), review_round.result_page
    if review_round.state != RoundState.CONCLUDED:
        raise RoundRefused(_("There is no draft of a result to take back."))
    review_round.state, review_round.result_page = RoundState.DECIDING, None
    review_round.save()
    if page is not None:
        state = page.current_workflow_state
        if state is not None:
            state.cancel(user=user)
        draft = PolicyDocument.objects.get(pk=page.pk)
        DeletePageAction(draft, user=user).execute(skip_permission_checks=True)
    log(instance=review_round, action="gongkai.round.take_back", user=user, data={"reason": said})


def follow_publication(*, page: PolicyDocument) -> None:
    """The result document has become public: the round's decisions are facts now."""
    review_round = ReviewRound.objects.filter(result_page=page, state=RoundState.CONCLUDED).first()
    if review_round is not None:
        review_round.state, review_round.published_at = RoundState.PUBLISHED, timezone.now()
        review_round.save()
