"""Take back what one document did to another, or annul a document: new dated acts, never deletions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_update_with_history
from wagtail.log_actions import log

from disclosure_pages.documents.domain.force import refresh_force
from disclosure_pages.documents.models import DocumentRelation, LegalRecord
from disclosure_pages.rounds.enums import RoundState
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import ReviewRound

from .permitting import lock_round, require_office, require_reason

if TYPE_CHECKING:
    from cms.people.models import User


@transaction.atomic
def lift_relations(*, relations: Collection[DocumentRelation], user: User, reason: str, on: dt.date) -> int:
    """From the day ``on`` these relations have no effect any more; returns how many.

    A day in the past is refused: what was said about it stays said. Lifted on or before its own day, a relation never
    has an effect. Those that are lifted already are left alone.
    """
    said, keys = require_reason(reason), [relation.pk for relation in relations]
    _require_day(on)
    chosen = list(
        DocumentRelation.objects.select_for_update(of=("self",))
        .filter(pk__in=keys, lifted_on=None)
        .select_related("source__district", "source__page", "target")
        .order_by("pk")
    )
    for district in {relation.source.district for relation in chosen}:
        require_office(district=district, user=user)
    for relation in chosen:
        relation.lifted_on, relation.lifting_reason = on, said
    if chosen:
        fields = ["lifted_on", "lifting_reason"]
        bulk_update_with_history(
            chosen, DocumentRelation, fields, batch_size=200, default_user=user, default_change_reason=said[:100]
        )
        refresh_force(records={row.target_id for row in chosen if row.target_id is not None})
    for relation in chosen:
        _log(relation.source, "gongkai.force.lift", user, reason=said, day=on.isoformat(), relation=str(relation))
    return len(chosen)


@transaction.atomic
def annul_document(*, record: LegalRecord, user: User, reason: str, on: dt.date) -> None:
    """An authority has annulled (撤销) the document: from the day ``on`` it has no force, and nothing can lift that."""
    require_office(district=record.district, user=user)
    said = require_reason(reason)
    locked = LegalRecord.objects.select_for_update(of=("self",)).valid().get(pk=record.pk)
    if locked.annulled_on is not None:
        raise RoundRefused(_("This document has been annulled already."))
    locked.annulled_on, locked.annulment_reason = on, said
    bulk_update_with_history(
        [locked],
        LegalRecord,
        ["annulled_on", "annulment_reason"],
        default_user=user,
        default_change_reason=said[:100],
    )
    refresh_force(records={locked.pk})
    _log(locked, "gongkai.force.annul", user, reason=said, day=on.isoformat())


@transaction.atomic
def undo_round(*, review_round: ReviewRound, user: User, reason: str, on: dt.date) -> int:
    """Take back everything that the round decided, from the day ``on``; returns how many relations were lifted."""
    require_office(district=review_round.district, user=user)
    lock_round(review_round)
    if review_round.state != RoundState.PUBLISHED:
        raise RoundRefused(_("Only a round whose result is published can be undone."))
    number = lift_relations(relations=decided_relations(review_round=review_round), user=user, reason=reason, on=on)
    review_round.state, review_round.ending_reason = RoundState.UNDONE, reason.strip()
    review_round.save()
    data = {"reason": review_round.ending_reason, "day": on.isoformat(), "relations": number}
    log(instance=review_round, action="gongkai.round.undo", user=user, data=data)
    return number


def decided_relations(*, review_round: ReviewRound) -> list[DocumentRelation]:
    """Relations that the published result of the round made facts and that nobody has lifted."""
    facts = DocumentRelation.objects.filter(source__page=review_round.result_page_id, lifted_on=None)
    return list(
        facts.filter(target__in=review_round.items.approved().values("record")).select_related("source", "target")
    )


def _require_day(on: dt.date) -> None:
    if on < timezone.localdate():
        raise ValidationError({"on": _("An undoing is a new act: choose today or a later day.")})


def _log(record: LegalRecord, action: str, user: User, **data: Any) -> None:
    log(instance=record.page if record.page is not None else record, action=action, user=user, data=data)
