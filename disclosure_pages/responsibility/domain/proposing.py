"""Columns that plug-ins propose: put into a table that waits to be looked at and applied like any other."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.people.models import User
from cms.tenancy.models import District, Unit
from disclosure_pages.responsibility.exceptions import TableRefused
from disclosure_pages.responsibility.models import AppliedTable, PendingTable
from disclosure_pages.responsibility.table import ParsedColumn
from disclosure_pages.responsibility.titles import SEPARATOR, key_of_path
from disclosure_pages.responsibility.writing import write_table
from plugins.collecting import active_contributions

from .pending import keep_pending, pending_of
from .plan import read_table
from .registers import register_of


@dataclass(frozen=True, slots=True)
class Proposal:
    """A column that a plug-in proposes; ``name`` is unique among all of them."""

    name: str
    titles: tuple[str, ...]
    note: str

    @property
    def label(self) -> str:
        """The way to the column."""
        return SEPARATOR.join(self.titles)


def proposals_for(district: District) -> list[Proposal]:
    """What the plug-ins that are on there propose and the table in force does not have.

    A district without a table has to begin with one.
    """
    added = active_contributions("column_presets", district.pk)
    last = AppliedTable.objects.latest_of(district) if added else None
    if last is None:
        return []
    known = {column.key for column in last.parsed_columns()}
    found = [
        Proposal(f"{one.plugin}.{one.answer.name}", tuple(map(str, one.answer.titles)), str(one.answer.note))
        for one in added
    ]
    return [one for one in found if key_of_path(one.titles) not in known]


def propose_column(*, district: District, proposal: Proposal, unit: Unit, user: User) -> PendingTable:
    """Put ``proposal`` into the table that ``user`` has waiting, or else into the one in force, for ``unit``.

    Nothing is changed before the plan is confirmed. Raises ``TableRefused`` when the table that waits has errors: it
    would be lost.
    """
    columns = [*_columns(district, user), ParsedColumn(proposal.titles, "", 0, proposal.note, 0, (unit.code,))]
    content = write_table(_each_once(columns), register_of(district=district, on=timezone.localdate()))
    return keep_pending(district=district, user=user, content=content, file_name=f"{proposal.titles[-1]}.csv")


def _columns(district: District, user: User) -> list[ParsedColumn]:
    pending = pending_of(district=district, user=user)
    if pending is None:
        last = AppliedTable.objects.latest_of(district)
        return last.parsed_columns() if last else []
    table = read_table(district=district, content=bytes(pending.content))
    if not table.is_applicable:
        raise TableRefused(
            _("The table “%(name)s”, which waits, has errors.") % {"name": pending.file_name},
            _("Mend it and upload it again, and propose the column then."),
        )
    return list(table.columns)


def _each_once(columns: list[ParsedColumn]) -> list[ParsedColumn]:
    """Proposed a second time, a column has the unit that was chosen last."""
    return list({column.key: column for column in columns}.values())
