"""Changes of columns: one finding for each thing that differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import pgettext

from disclosure_pages.responsibility.changes import ColumnAct, ColumnChange
from disclosure_pages.responsibility.demand import WantedColumn
from disclosure_pages.responsibility.state import ColumnState, TreeState
from disclosure_pages.responsibility.table import PathKey
from disclosure_pages.responsibility.titles import SEPARATOR


def compare_columns(
    *, wanted: Sequence[WantedColumn], state: TreeState, pairs: Mapping[PathKey, int]
) -> Iterator[ColumnChange]:
    """Columns to create and to change in the table's order, then those to retire."""
    for column in wanted:
        page = pairs.get(column.key)
        if page is None:
            yield ColumnChange(ColumnAct.CREATE, column.path, after=column.numbering)
        else:
            parent = pairs.get(column.parent) if column.parent else state.home
            yield from _differences(column, state.columns[page], parent, state)
    kept = set(pairs.values())
    for left in state.columns.values():
        if left.page not in kept and left.retired_on is None:
            yield ColumnChange(ColumnAct.RETIRE, state.titles_of(left.page), page=left.page)


def _differences(
    column: WantedColumn, there: ColumnState, parent: int | None, state: TreeState
) -> Iterator[ColumnChange]:
    above, url = SEPARATOR.join(state.titles_of(there.parent or 0)), state.expected_url(there.page)
    found = (
        (ColumnAct.REVIVE, there.retired_on is not None, "", ""),
        (ColumnAct.RENAME, there.title_key != column.key[-1], there.title, column.title),
        (ColumnAct.MOVE, there.parent != parent, above, SEPARATOR.join(column.path[:-1])),
        (ColumnAct.MOVE, there.position != column.position, str(there.position), str(column.position)),
        (ColumnAct.RENUMBER, there.numbering != column.numbering, there.numbering, column.numbering),
        (ColumnAct.ANNOTATE, there.note != column.note, there.note, column.note),
        (ColumnAct.MEND, not there.live, pgettext("of a column", "not live"), pgettext("of a column", "live")),
        (ColumnAct.MEND, there.url_path != url, there.url_path, url),
    )
    for act, differs, before, after in found:
        if differs:
            yield ColumnChange(act, column.path, page=there.page, before=before, after=after)
