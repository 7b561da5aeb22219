"""Jobs of plug-ins: which are due, and running them one by one. A failing one stops no other."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from cms.tenancy.models import District
from plugins.activation import where_active
from plugins.calling import Given
from plugins.collecting import contributions
from plugins.contributions.work import Job
from plugins.models import JobRun

#: After so long, a run that did not end is taken for one whose process was killed.
LOST_AFTER = dt.timedelta(hours=6)
logger = logging.getLogger("gongkai.plugins")


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of a job; ``error`` is empty when it ended well."""

    plugin: str
    job: str
    district: str
    said: str
    error: str


def run_due_jobs(*, now: dt.datetime | None = None) -> Iterator[Ran]:
    """Run what is due, where its plug-in is on; of several processes each job is run by one."""
    for given in contributions("scheduled_jobs"):
        for district in where_active(given.plugin):
            run = _begin(given, district, now=now or timezone.now())
            if run is not None:
                yield _carry_out(given, district, run)


def _begin(given: Given[Job], district: District | None, *, now: dt.datetime) -> JobRun | None:
    """The row of this run, unless it is not due or another process has it."""
    with transaction.atomic():
        run, is_new = JobRun.objects.select_for_update().get_or_create(
            plugin=given.plugin, job=given.answer.name, district=district, defaults={"begun_at": now}
        )
        if not is_new and not _is_due(run, given.answer, now=now):
            return None
        run.begun_at, run.ended_at = now, None
        run.save(update_fields=["begun_at", "ended_at"])
    return run


def _is_due(run: JobRun, job: Job, *, now: dt.datetime) -> bool:
    is_running = run.ended_at is None and now - run.begun_at < LOST_AFTER
    return not is_running and now - run.begun_at >= job.every


def _carry_out(given: Given[Job], district: District | None, run: JobRun) -> Ran:
    run.said = run.error = ""
    try:
        run.said = str(given.answer.run(district) or "")[:500]
    except Exception as error:
        logger.exception("a job failed", extra={"plugin": given.plugin, "job": given.answer.name})
        run.error = f"{type(error).__name__}: {error}"[:500]
    run.ended_at = timezone.now()
    run.save(update_fields=["said", "error", "ended_at"])
    return Ran(given.plugin, given.answer.name, district.slug if district else "", run.said, run.error)
