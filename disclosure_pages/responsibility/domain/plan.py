"""Plan a table: what applying it would do to the database as it is now, whatever the last version said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.tenancy.models import District
from disclosure_pages.responsibility.changes import Plan
from disclosure_pages.responsibility.comparison import Memory, Naming, compare
from disclosure_pages.responsibility.demand import WantedColumn, expand
from disclosure_pages.responsibility.exceptions import TableRefused, UnknownRename
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.responsibility.parsing import parse_table
from disclosure_pages.responsibility.reading.detect import broken_file
from disclosure_pages.responsibility.register import Register
from disclosure_pages.responsibility.state import TreeState
from disclosure_pages.responsibility.table import ParsedTable
from plugins.contributions.files import FileUse
from plugins.formats import NotConverted, converted

from .registers import register_of
from .state import load_state, unit_group_names


@dataclass(frozen=True, slots=True)
class PlannedTable:
    """A plan with everything it was made from, so that applying it reads nothing twice."""

    plan: Plan
    table: ParsedTable
    wanted: list[WantedColumn]
    state: TreeState
    naming: Naming


def read_table(*, district: District, content: bytes, on: dt.date | None = None) -> ParsedTable:
    """Read a file against the registers of ``district`` on the day ``on`` (default: today in Asia/Shanghai)."""
    return _parsed(content, district, register_of(district=district, on=on or timezone.localdate()))


def plan_table(
    *, district: District, content: bytes, confirmed_renames: Iterable[str] = (), on: dt.date | None = None
) -> PlannedTable:
    """Read a file and plan it.

    Raises ``TableRefused`` when the table has errors, ``NoDistrictHome``, and ``UnknownRename`` when one of
    ``confirmed_renames`` (each ``OLD=NEW``) fits no column that left and no column that arrived.
    """
    register = register_of(district=district, on=on or timezone.localdate())
    table = _parsed(content, district, register)
    if not table.is_applicable:
        raise TableRefused(_("The table has errors; nothing is applied."), _("Mend them and try again."))
    return plan_columns(district=district, table=table, register=register, confirmed_renames=confirmed_renames)


def _parsed(content: bytes, district: District, register: Register) -> ParsedTable:
    """By way of a plug-in that knows the format. One that fails leaves the file as it is, which is refused then."""
    try:
        made = converted(content, use=FileUse.RESPONSIBILITY_TABLE, district=district.pk)
    except NotConverted as error:
        if error.is_broken:
            return ParsedTable(problems=(broken_file(format_name=error.label, message=error.reason).problem,))
        made = None
    return parse_table(made.content if made is not None else content, register)


def plan_columns(
    *, district: District, table: ParsedTable, register: Register, confirmed_renames: Iterable[str] = ()
) -> PlannedTable:
    """Plan columns that were read already; raises as :func:`plan_table` does."""
    state, wanted, naming = load_state(district=district), expand(table.columns, register), _naming(district, register)
    last = AppliedTable.objects.latest_of(district)
    memory = Memory(columns=last.column_ids(), sections=last.section_pages()) if last else Memory()
    plan, matching = compare(wanted=wanted, state=state, naming=naming, memory=memory, confirmed=confirmed_renames)
    if matching.unused:
        raise UnknownRename(
            _("Nothing fits the confirmed rename “%(rename)s”.") % {"rename": matching.unused[0]},
            _("Write it as OLD=NEW with the titles that the plan proposes."),
        )
    return PlannedTable(plan=plan, table=table, wanted=wanted, state=state, naming=naming)


def _naming(district: District, register: Register) -> Naming:
    groups = {place: name for name, place in unit_group_names(district).items()}
    return Naming(units={code: unit.name for code, unit in register.units.items()}, groups=groups)
