"""Take rows from a file into a draft."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from wagtail.log_actions import log

from plugins.contrib.guide_tables.log_actions import IMPORTED
from plugins.contrib.guide_tables.models import GuideColumn, GuideTable
from plugins.contrib.guide_tables.rows import join_text
from plugins.contrib.guide_tables.schema import Column


@transaction.atomic
def take_rows(
    *, draft: GuideTable, rows: Sequence[Sequence[str]], new_columns: Sequence[Column], user: object
) -> GuideTable:
    """Make ``rows`` those of the newest draft, as a revision of its own: nothing is published by it.

    ``draft`` is that draft and ``rows`` have a cell for each of its columns, then for each of ``new_columns``.
    """
    draft.columns.add(*(GuideColumn(title=column.title, key=column.key, kind=column.kind) for column in new_columns))
    draft.rows = join_text(draft.schema.titles, rows)
    revision = draft.save_revision(user=user)
    log(instance=draft, action=IMPORTED, user=user, revision=revision, data={"rows": len(rows)})
    return draft
