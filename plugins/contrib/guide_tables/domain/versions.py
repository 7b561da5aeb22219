"""Which versions a table had."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from plugins.contrib.guide_tables.comparison import compare_rows
from plugins.contrib.guide_tables.models import GuideTable, TableVersion
from plugins.contrib.guide_tables.rows import split_text


def note_version(*, page: GuideTable, revision: Any) -> TableVersion | None:
    """Write down what a publication made of the rows of ``page``; nothing when they are what they were.

    The former version is read from its revision; where that is gone, all rows count as new.
    """
    former = page.versions.select_related("revision").first()
    before = former.revision.content.get("rows", "") if former is not None and former.revision is not None else ""
    if former is not None and before == page.rows:
        return None
    changes = compare_rows(before, page.rows)
    return TableVersion.objects.create(
        table=page,
        revision=revision,
        published_on=timezone.localdate(),
        total=len(split_text(page.rows)[1]),
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )
