"""Publish on their day the versions that were cleared for it; one that fails never stops the others."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from disclosure_pages.clearance.models import HeldPublication, PublicationFailure
from disclosure_pages.clearance.signals import scheduled_publication_failed
from disclosure_pages.tree.models import DisclosurePage

from .holding import publish_on_its_day, publish_party, waiting_parties

logger = logging.getLogger("gongkai.clearance")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one version that was due; ``problem`` is empty when it was published, or waits for others."""

    revision_id: int
    title: str
    due_at: dt.datetime
    problem: str = ""
    is_waiting: bool = False


def due_revisions(*, now: dt.datetime | None = None) -> list[Revision]:
    """Versions whose day has come, the earliest first."""
    return list(Revision.objects.filter(approved_go_live_at__lt=now or timezone.now()).order_by("approved_go_live_at"))


def publish_due(*, now: dt.datetime | None = None) -> list[Outcome]:
    """Publish every version that is due, each in a transaction of its own, and what waited for each other in one."""
    now = now or timezone.now()
    scheduled = [_publish(revision, now) for revision in due_revisions(now=now)]
    return [*scheduled, *(outcome for party in waiting_parties() for outcome in _publish_party(party, now))]


def _publish(revision: Revision, now: dt.datetime) -> Outcome:
    due_at, problem, is_public = revision.approved_go_live_at, "", False
    try:
        with transaction.atomic():
            is_public = publish_on_its_day(revision=revision, now=now)
            PublicationFailure.objects.filter(revision_id=revision.pk).delete()
    except Exception as error:
        logger.exception("scheduled publication failed", extra={"revision": revision.pk, "title": revision.object_str})
        problem = _describe(error)
        _record_failure(revision, due_at, problem)
    is_waiting = not is_public and not problem
    return Outcome(
        revision_id=revision.pk, title=revision.object_str, due_at=due_at, problem=problem, is_waiting=is_waiting
    )


def _publish_party(party: set[int], now: dt.datetime) -> list[Outcome]:
    """What became of a party that is complete and due; nothing of one that still waits."""
    try:
        with transaction.atomic():
            published = publish_party(party, now=now)
            PublicationFailure.objects.filter(revision_id__in=[member.revision_id for member in published]).delete()
    except Exception as error:
        logger.exception("common publication failed", extra={"pages": sorted(party)})
        return [_failed(member, _describe(error)) for member in HeldPublication.objects.filter(page__in=party)]
    return [_outcome(member) for member in published]


def _failed(member: HeldPublication, problem: str) -> Outcome:
    revision = Revision.objects.get(pk=member.revision_id)
    _record_failure(revision, member.due_at or member.held_at, problem)
    return _outcome(member, problem)


def _outcome(member: HeldPublication, problem: str = "") -> Outcome:
    due_at = member.due_at or member.held_at
    return Outcome(revision_id=member.revision_id, title=member.clearance.page_title, due_at=due_at, problem=problem)


def _describe(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return str(error) or _("Unexpected error (%(kind)s); the operator finds it in the log.") % {
        "kind": type(error).__name__
    }


def _record_failure(revision: Revision, due_at: dt.datetime, problem: str) -> None:
    """Keep one row for the version, however often it is tried; announce the first failure and each new cause."""
    page = DisclosurePage.objects.filter(pk=revision.object_id).first()
    if page is None:
        return
    failure = PublicationFailure.objects.filter(revision_id=revision.pk).first()
    if failure is not None and failure.message == problem:
        same = PublicationFailure.objects.filter(pk=failure.pk)
        same.update(attempts=F("attempts") + 1, last_failed_at=timezone.now())
        return
    failure, _created = PublicationFailure.objects.update_or_create(
        revision_id=revision.pk,
        defaults={"page": page, "due_at": due_at, "message": problem, "last_failed_at": timezone.now()},
    )
    scheduled_publication_failed.send(sender=PublicationFailure, failure=failure)
