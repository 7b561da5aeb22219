"""Which units a 责任单位 cell means, looked up in the register."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .enums import Field, Severity
from .headings import Record
from .names import is_collective_like, split_collective, split_names
from .paths import problem_in
from .problems import Problem
from .register import Register, UnitEntry


@dataclass
class UnitReader:
    """Reads 责任单位 cells against one register; collects codes of units, names of collectives, and problems."""

    register: Register
    problems: list[Problem] = field(default_factory=list)

    def read(self, record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Codes of the units and names of the collectives that the row names, in the author's order."""
        text = record[Field.UNITS].text
        if not text.strip():
            self._report(
                record,
                "empty-unit",
                _("No responsible unit is named."),
                _("Write the responsible unit or units of the column."),
            )
            return (), ()
        parts = [self._split(name) for name in split_names(text, self._is_known)]
        units = [unit.code for head, _tail in parts if head and (unit := self._unit(record, head))]
        collectives = list(dict.fromkeys(tail for _head, tail in parts if tail))
        self._check_repetition(record, units)
        self._check_members(record, units, collectives)
        self._check_note(record)
        return tuple(dict.fromkeys(units)), tuple(collectives)

    def _split(self, name: str) -> tuple[str, str]:
        """(name of a unit, name of a collective as the register writes it), one of them possibly empty."""
        if self.register.is_unit(name):
            return name, ""
        if entry := self.register.collective_named(name):
            return "", entry.name
        head, tail = split_collective(name, self.register.is_collective) or (name, "")
        entry = self.register.collective_named(tail)
        return head, entry.name if entry else ""

    def _is_known(self, name: str) -> bool:
        head, tail = self._split(name)
        return self.register.is_unit(head) if head else bool(tail)

    def _unit(self, record: Record, name: str) -> UnitEntry | None:
        found = self.register.units_named(name)
        if not found:
            self._report_unknown(record, name)
        elif len(found) > 1:
            self._report(
                record,
                "ambiguous-unit",
                _("“%(name)s” may mean %(names)s.") % {"name": name, "names": "、".join(unit.name for unit in found)},
                _("Write the full name of the unit that is meant."),
            )
        elif not found[0].is_active:
            self._report_inactive(record, name, found[0])
        else:
            return found[0]
        return None

    def _report_unknown(self, record: Record, name: str) -> None:
        """A known unit before 等 means that what follows was meant as a collective."""
        head, _etc, tail = name.rpartition("等")
        is_collective = is_collective_like(name) or self.register.is_unit(head)
        name = tail if self.register.is_unit(head) else name
        message = (
            _("“%(name)s” is no collective of this district.")
            if is_collective
            else _("“%(name)s” is no unit of this district.")
        )
        code = "unknown-collective" if is_collective else "unknown-unit"
        self._report(record, code, message % {"name": name}, _remedy_of_unknown(self.register.nearest(name)))

    def _report_inactive(self, record: Record, name: str, unit: UnitEntry) -> None:
        remedy = (
            _("Write “%(successor)s”, which took over its duties.")
            % {"successor": self.register.units[unit.successor].name}
            if unit.successor
            else _("Write the unit that took over its duties, or correct its dates in the register.")
        )
        self._report(
            record,
            "inactive-unit",
            _("The unit “%(name)s” is not active any more or not yet.") % {"name": name},
            remedy,
        )

    def _check_repetition(self, record: Record, units: list[str]) -> None:
        for code in sorted({code for code in units if units.count(code) > 1}):
            self._report(
                record,
                "repeated-unit",
                _("The unit “%(name)s” is named more than once.") % {"name": self.register.units[code].name},
                _("Delete the repetition; it may be written as an alias."),
                Severity.WARNING,
            )

    def _check_members(self, record: Record, units: list[str], collectives: list[str]) -> None:
        """An empty collective is an error when it leaves the column without any unit."""
        members = {name: entry.member_codes for name in collectives if (entry := self.register.collective_named(name))}
        has_unit = bool(units) or any(members.values())
        for name in (name for name, codes in members.items() if not codes):
            self._report(
                record,
                "empty-collective",
                _("The collective “%(name)s” has no active member.") % {"name": name},
                _("Add its members to the register of collectives."),
                Severity.WARNING if has_unit else Severity.ERROR,
            )

    def _check_note(self, record: Record) -> None:
        """Names of units in the note mean that commas between units, without quotation marks, shifted the cells."""
        names = split_names(record[Field.NOTE].text, self._is_known)
        if names and all(self._is_known(name) for name in names):
            self.problems.append(
                problem_in(
                    record,
                    Field.NOTE,
                    "unit-in-note",
                    _("The note holds nothing but the names of units; they get no rights."),
                    _("Move them into the cell of the responsible units; in CSV put that cell into quotation marks."),
                    severity=Severity.WARNING,
                )
            )

    def _report(
        self, record: Record, code: str, message: str, remedy: str, severity: Severity = Severity.ERROR
    ) -> None:
        self.problems.append(problem_in(record, Field.UNITS, code, message, remedy, severity=severity))


def _remedy_of_unknown(nearest: list[str]) -> str:
    if not nearest:
        return _("Add it to the register, or write a name that is there.")
    return _("Did you mean %(names)s? If not, add it to the register or as an alias.") % {"names": "、".join(nearest)}
