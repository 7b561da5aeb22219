"""The yearly re-examination (Regulations on Open Government Information, Art. 18): look again, release or keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from cms.people.domain.roles import people_with_role
from cms.tenancy.models import Unit
from disclosure_pages.clearance.letters import admin_url, write_letters
from disclosure_pages.clearance.models import Clearance
from disclosure_pages.rounds.enums import ReexaminationState, Reexamined
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import Reexamination, ReexaminationItem
from disclosure_pages.rounds.rules import CAMPAIGN_ROLES
from disclosure_pages.tree.querysets import UNIT_ROLES

from .permitting import require_office
from .undisclosed import undisclosed_in

if TYPE_CHECKING:
    from cms.people.models import User
    from cms.tenancy.models import District

BATCH = 500


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What is decided about one content."""

    decision: str
    reason: str = ""

    def problem(self) -> str:
        """What is missing, as a sentence; empty when nothing is."""
        if self.decision and self.decision not in Reexamined.values:
            return _("Choose whether it is released or stays undisclosed.")
        if self.decision == Reexamined.KEEP and not self.reason.strip():
            return _("Say why it stays undisclosed.")
        return ""


@transaction.atomic
def open_reexamination(*, district: District, user: User, year: int, due_on: dt.date) -> Reexamination:
    """List everything that is not disclosed today, for its units to look at again; they are told by mail."""
    require_office(district=district, user=user, roles=CAMPAIGN_ROLES)
    if Reexamination.objects.filter(district=district, year=year).exists():
        raise ValidationError({"year": _("The re-examination of this year is there already.")})
    found = list(undisclosed_in(district))
    if not found:
        raise ValidationError(_("Nothing is undisclosed in this district, so there is nothing to look at again."))
    campaign = Reexamination.objects.create(district=district, year=year, due_on=due_on, opened_by=user)
    rows = [
        ReexaminationItem(reexamination=campaign, page=row.page, clearance=row, unit_id=row.page.unit_id)
        for row in found
        if row.page is not None
    ]
    ReexaminationItem.objects.bulk_create(rows, batch_size=BATCH)
    log(instance=campaign, action="gongkai.reexamination.open", user=user, data={"contents": len(rows)})
    for unit in Unit.objects.filter(pk__in={row.unit_id for row in rows}):
        _invite(campaign, unit, total=sum(row.unit_id == unit.pk for row in rows))
    return campaign


def _invite(campaign: Reexamination, unit: Unit, *, total: int) -> None:
    """The letter has a number and no titles: mail leaves the house."""
    write_letters(
        kind="reexamination_open",
        people=people_with_role(*UNIT_ROLES, unit=unit),
        subject=format_lazy("{} {}", gettext_lazy("Re-examination of what is not disclosed"), campaign.year),
        link=admin_url("gongkai_rounds:reexamination_table", campaign.pk, unit.pk),
        campaign=campaign,
        unit=unit,
        total=total,
    )


@transaction.atomic
def decide_again(*, campaign: Reexamination, user: User, decisions: Mapping[int, Looked]) -> int:
    """Keep what ``user`` decides about content of the own units (key of the item → decision); returns how many.

    Released content is a draft again, open to be submitted: only a new review can let it be public, and its clearance
    as undisclosed ends. So a release is not taken back here.
    """
    if campaign.state != ReexaminationState.OPEN:
        raise RoundRefused(_("This re-examination has a result."))
    mine = campaign.items.decided_by(user).filter(pk__in=list(decisions)).exclude(decision=Reexamined.RELEASE)
    items = list(mine.select_for_update(of=("self",)).order_by("pk"))
    for item in items:
        _decide(item, decisions[item.pk], user)
    return len(items)


def _decide(item: ReexaminationItem, looked: Looked, user: User) -> None:
    problem = looked.problem()
    if problem:
        raise ValidationError(problem)
    item.decision, item.reason = looked.decision, looked.reason.strip()
    item.decided_by, item.decided_at = (user, timezone.now()) if looked.decision else (None, None)
    item.save()
    if looked.decision == Reexamined.RELEASE:
        Clearance.objects.valid().filter(pk=item.clearance_id).update(revoked_at=timezone.now())
        if item.page is not None:
            log(instance=item.page, action="gongkai.reexamination.release", user=user, data={"reason": item.reason})


def progress_by_unit(campaign: Reexamination) -> list[dict[str, Any]]:
    """Name and key of each unit with its numbers: one query."""
    rows = campaign.items.order_by().values("unit", "unit__name", "unit__code")
    counted = rows.annotate(
        total=Count("pk"),
        released=Count("pk", filter=Q(decision=Reexamined.RELEASE)),
        kept=Count("pk", filter=Q(decision=Reexamined.KEEP)),
        undecided=Count("pk", filter=Q(decision="")),
    )
    return [dict(row) for row in counted.order_by("unit__code")]
