"""Spread what was just done over two years: every row that a page left behind gets the day of its chapter.

The acts are real, only their days are not. A chapter begins with an act (the first draft, a later change, a withdrawal)
and belongs to a day; drafting lies two days before it, the unit's review one.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision, TaskState, WorkflowState

from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.models import Clearance, HeldPublication, Review, Withdrawal
from disclosure_pages.documents.models import Registration
from disclosure_pages.interpretations.models import InterpretationWaiver
from disclosure_pages.tree.models import FormerAddress, GoneAddress

OPENING = dt.time(9, 30)
DRAFTED = dt.timedelta(days=-2)
SUBMITTED = DRAFTED + dt.timedelta(hours=1)
REVIEWED = dt.timedelta(days=-1)
ON_THE_DAY = dt.timedelta()
REVIEW_OF_STAGE = {ReviewStage.UNIT: REVIEWED}
ACTS_ON_THE_DAY = ("wagtail.publish", "gongkai.")
BATCH = 200


class History:
    """Remembers the chapters of every page while it is written, and dates its rows at the end."""

    def __init__(self) -> None:
        self._begun: dict[int, list[dt.datetime]] = defaultdict(list)
        self._days: dict[int, list[dt.date]] = defaultdict(list)

    def turn(self, page: int, day: dt.date, *, at: dt.datetime | None = None) -> None:
        """What is done to ``page`` from now on (or since ``at``) belongs to ``day``."""
        self._begun[page].append(at or timezone.now())
        self._days[page].append(day)

    def _place(self, page: int, moment: dt.datetime, offset: dt.timedelta) -> dt.datetime:
        chapter = max(bisect_right(self._begun[page], moment) - 1, 0)
        opening = timezone.make_aware(dt.datetime.combine(self._days[page][chapter], OPENING))
        return opening + offset + (moment - self._begun[page][chapter])

    def _move(self, page: int, row: Model, **offsets: dt.timedelta) -> None:
        for field, offset in offsets.items():
            moment = getattr(row, field)
            if moment is not None:
                setattr(row, field, self._place(page, moment, offset))

    def write(self) -> None:
        """Date every row of every page, in bulk, past the models' own defaults."""
        pages, names = list(self._days), [str(page) for page in self._days]
        self._date_pages(Page.objects.filter(pk__in=pages))
        self._date_by_name(Revision.objects.filter(object_id__in=names), created_at=DRAFTED)
        self._date_by_name(WorkflowState.objects.filter(object_id__in=names), created_at=SUBMITTED)
        self._date_tasks(TaskState.objects.filter(workflow_state__object_id__in=names))
        self._date_reviews(Review.objects.filter(page__in=pages))
        self._date_rows(Clearance.objects.filter(page__in=pages), "cleared_at", "revoked_at")
        entries = Registration.objects.filter(page__in=pages)
        self._date_rows(entries, "judged_at", "registered_at", "published_at")
        self._date_rows(HeldPublication.objects.filter(page__in=pages), "held_at")
        self._date_waivers(InterpretationWaiver.objects.filter(document__in=pages))
        self._date_rows(Withdrawal.objects.filter(page__in=pages), "at")
        self._date_rows(GoneAddress.objects.filter(page__in=pages), "gone_at")
        self._date_rows(FormerAddress.objects.filter(page__in=pages), "left_at")
        self._date_log(PageLogEntry.objects.filter(page__in=pages))

    def _date_pages(self, rows: Iterable[Page]) -> None:
        days = ("first_published_at", "last_published_at")
        rows = list(rows)
        for row in rows:
            self._move(row.pk, row, latest_revision_created_at=DRAFTED, **dict.fromkeys(days, ON_THE_DAY))
        Page.objects.bulk_update(rows, ["latest_revision_created_at", *days], batch_size=BATCH)

    def _date_by_name(self, rows: Any, **offsets: dt.timedelta) -> None:
        found = list(rows)
        for row in found:
            self._move(int(row.object_id), row, **offsets)
        rows.model.objects.bulk_update(found, list(offsets), batch_size=BATCH)

    def _date_rows(self, rows: Any, *fields: str) -> None:
        found = list(rows)
        for row in found:
            self._move(row.page_id, row, **dict.fromkeys(fields, ON_THE_DAY))
        rows.model.objects.bulk_update(found, fields, batch_size=BATCH)

    def _date_waivers(self, rows: Any) -> None:
        found = list(rows)
        for row in found:
            self._move(row.document_id, row, given_at=DRAFTED)
        InterpretationWaiver.objects.bulk_update(found, ["given_at"], batch_size=BATCH)

    def _date_tasks(self, rows: Any) -> None:
        found = list(rows.select_related("workflow_state", "task").order_by("pk"))
        for row in found:
            is_first = row.task.specific.stage == ReviewStage.UNIT
            begun, ended = (SUBMITTED, REVIEWED) if is_first else (REVIEWED, ON_THE_DAY)
            self._move(int(row.workflow_state.object_id), row, started_at=begun, finished_at=ended)
        TaskState.objects.bulk_update(found, ["started_at", "finished_at"], batch_size=BATCH)

    def _date_reviews(self, rows: Any) -> None:
        found = list(rows)
        for row in found:
            self._move(row.page_id, row, decided_at=REVIEW_OF_STAGE.get(row.stage, ON_THE_DAY))
        Review.objects.bulk_update(found, ["decided_at"], batch_size=BATCH)

    def _date_log(self, rows: Any) -> None:
        found = list(rows)
        for row in found:
            offset = ON_THE_DAY if row.action.startswith(ACTS_ON_THE_DAY) else DRAFTED
            self._move(row.page_id, row, timestamp=offset)
        PageLogEntry.objects.bulk_update(found, ["timestamp"], batch_size=BATCH)
