"""Publish contents together or not at all, and keep those that are cleared until the others are.

A party (``together.party_of``) is published by whatever completes it: the last review of its last member, or the timer,
when the members wait for a day or two last reviews ended at the same moment.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from disclosure_pages.clearance.exceptions import FindingsOpen
from disclosure_pages.clearance.models import Clearance, HeldPublication
from disclosure_pages.clearance.together import party_of
from disclosure_pages.tree.models import DisclosurePage
from plugins.findings import Finding, Severity

from .clearing import overrides_of, publish_cleared

if TYPE_CHECKING:
    from cms.people.models import User
    from disclosure_pages.tree.querysets import DisclosurePageQuerySet


@transaction.atomic
def publish_or_hold(*, clearance: Clearance, revision: Revision, user: User, overrides: dict[str, str]) -> bool:
    """Publish what was cleared, with everything that has to become public with it; hold it while that is not cleared.

    Returns whether it was handed to publication. Whatever stands in the way of one member stands in the way of all:
    ``FindingsOpen`` is raised, and nothing is published.
    """
    page_id = int(revision.object_id)
    party = party_of(page_id)
    if len(party) == 1:
        release(page_id=page_id)
        publish_cleared(clearance=clearance, revision=revision, user=user, overrides=overrides)
        return True
    hold(clearance=clearance, revision=revision, user=user, overrides=overrides)
    return bool(publish_party(party, now=timezone.now()))


def hold(*, clearance: Clearance, revision: Revision, user: User, overrides: dict[str, str]) -> HeldPublication:
    """Keep a cleared version back; a version of the same page that was held before gives way."""
    held, _is_new = HeldPublication.objects.update_or_create(
        page_id=clearance.page_id,
        defaults={
            "clearance": clearance,
            "revision_id": revision.pk,
            "overrides": overrides,
            "cleared_by": user,
            "due_at": revision.as_object().go_live_at,
            "held_at": timezone.now(),
        },
    )
    return held


def release(*, page_id: int) -> None:
    """Hold the page back no longer; publishing it, or not, is the caller's business."""
    HeldPublication.objects.filter(page=page_id).delete()


@transaction.atomic
def publish_party(party: Collection[int], *, now: dt.datetime) -> list[HeldPublication]:
    """Publish every member of ``party`` if all are cleared and their time has come; returns them, or nothing.

    Members that were scheduled before the party came together leave the schedule, so that no timer takes them apart.
    """
    _take_off_schedule(party)
    now = min(now, timezone.now())  # Wagtail looks at the clock itself and would only schedule what lies ahead of it
    members = list(HeldPublication.objects.select_for_update(of=("self",)).filter(page__in=party).order_by("pk"))
    if len(members) < len(party) or not all(member.is_due(now=now) for member in members):
        return []
    for member in members:
        _publish(member)
    HeldPublication.objects.filter(pk__in=[member.pk for member in members]).delete()
    return members


def _publish(member: HeldPublication) -> None:
    revision = Revision.objects.get(pk=member.revision_id)
    try:
        publish_cleared(
            clearance=member.clearance, revision=revision, user=member.cleared_by, overrides=member.overrides
        )
    except FindingsOpen as error:
        raise FindingsOpen([_of_member(finding, member) for finding in error.findings]) from error


def _of_member(finding: Finding, member: HeldPublication) -> Finding:
    """The finding as people read it who look at another page of the party; only on its own page is it overridden."""
    text = {"title": member.clearance.page_title, "problem": finding.message}
    message = _("“%(title)s”, which becomes public together with it: %(problem)s") % text
    return replace(finding, message=message, field="", severity=Severity.BLOCK)


def _take_off_schedule(party: Collection[int]) -> None:
    names = [str(key) for key in party]
    for revision in Revision.page_revisions.filter(object_id__in=names, approved_go_live_at__isnull=False):
        clearance = Clearance.objects.valid().filter(page=int(revision.object_id), revision_id=revision.pk).first()
        if clearance is not None:
            overrides = overrides_of(clearance.reviews.all())
            hold(clearance=clearance, revision=revision, user=clearance.cleared_by, overrides=overrides)
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)


def publish_on_its_day(*, revision: Revision, now: dt.datetime) -> bool:
    """Publish a scheduled version whose day has come; returns whether it is public now or waits for its party."""
    if not Revision.objects.filter(pk=revision.pk, approved_go_live_at__isnull=False).exists():
        return True  # published a moment ago, with another member of its party
    party = party_of(int(revision.object_id))
    if len(party) == 1:
        revision.publish(log_action="wagtail.publish.scheduled")
        return True
    return bool(publish_party(party, now=now))


def waiting_parties() -> Iterator[set[int]]:
    """The parties of everything that is held, each once."""
    seen: set[int] = set()
    for key in HeldPublication.objects.values_list("page_id", flat=True):
        if key not in seen:
            party = party_of(key)
            seen |= party
            yield party


def missing_members(page_id: int) -> DisclosurePageQuerySet:
    """Members of the page's party that are not cleared yet, other than the page itself."""
    others = party_of(page_id) - {page_id}
    held = HeldPublication.objects.filter(page__in=others).values("page")
    pages = DisclosurePage.objects.filter(pk__in=others).exclude(pk__in=held).annotate_approved_schedule()
    return pages.filter(_approved_schedule=False).order_by("pk")
