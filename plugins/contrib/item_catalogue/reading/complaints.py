"""What can be wrong with a catalogue, each with its remedy."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from plugins.api import Problem, ProblemSeverity
from plugins.contrib.item_catalogue.enums import Column


@dataclass
class Complaints:
    """Collects the problems of one catalogue; ``place`` names its sheet or table."""

    place: str = ""
    found: list[Problem] = field(default_factory=list)
    _told: set[tuple[str, str]] = field(default_factory=set)

    def error(self, row: int | None, column: Column | None, code: str, message: str, remedy: str) -> None:
        """Something that forbids importing the catalogue."""
        self.found.append(Problem(row, str(column.label) if column else "", code, message, remedy, place=self.place))

    def warning(self, row: int | None, column: Column | None, code: str, message: str, remedy: str) -> None:
        """Something to look at."""
        name = str(column.label) if column else ""
        self.found.append(Problem(row, name, code, message, remedy, ProblemSeverity.WARNING, self.place))

    def missing_column(self, row: int, column: Column) -> None:
        self.error(
            row,
            column,
            "missing-column",
            _("No column of the table holds: %(column)s.") % {"column": column.label},
            _("Say which column it is (here, or with --map HEADING=%(code)s), or add one with its usual heading.")
            % {"code": column.value},
        )

    def further_column(self, row: int, key: str) -> None:
        self.warning(
            row,
            Column.EXTRA,
            "further-column",
            _("The column “%(heading)s” is none of the standard catalogue; it is kept as it is.") % {"heading": key},
            _("Nothing to do, unless it is one of the standard: then say which, here or with --map HEADING=COLUMN."),
        )

    def row_without_item(self, row: int) -> None:
        self.error(
            row,
            Column.SECOND,
            "row-without-item",
            _("The row names no item."),
            _("Write the name of the item, or join the row with the one above it."),
        )

    def no_first_level(self, row: int, name: str) -> None:
        self.error(
            row,
            Column.FIRST,
            "second-without-first",
            _("“%(item)s” stands below no first-level item.") % {"item": name},
            _("Write the first-level item into this row or into one above it."),
        )

    def no_content(self, row: int, name: str) -> None:
        self.warning(
            row,
            Column.CONTENT,
            "no-content",
            _("The item “%(item)s” does not say what is disclosed.") % {"item": name},
            _("Write its content elements."),
        )

    def repeated(self, row: int, name: str, earlier: int | None) -> None:
        self.warning(
            row,
            Column.SECOND,
            "repeated-item",
            _("The item “%(item)s” was already in row %(row)s.") % {"item": name, "row": earlier},
            _("Merge the cells of its name if it goes on here, else give one of the two another name."),
        )

    def too_long(self, row: int, column: Column, length: int, limit: int) -> None:
        self.error(
            row,
            column,
            "too-long",
            _("The text has %(length)d characters; at most %(limit)d are allowed.")
            % {"length": length, "limit": limit},
            _("Shorten it, and put the rest into the content elements."),
        )

    def unread_limit(self, row: int, text: str) -> None:
        self.warning(
            row,
            Column.LIMIT,
            "time-limit-not-read",
            _("The time limit “%(text)s” is kept as text only: whether it was met cannot be computed.")
            % {"text": text},
            _("If it names a number of days, word it like this: 信息形成或者变更之日起20个工作日内."),
        )

    def unknown_option(self, row: int, column: Column, label: str) -> None:
        """Told once for each option of a catalogue."""
        if (column.value, label) in self._told:
            return
        self._told.add((column.value, label))
        self.warning(
            row,
            column,
            "unknown-option",
            _("“%(label)s” is none of the usual options; it counts as something else.") % {"label": label},
            _("Nothing to do if it is right; else write it as the standard catalogue does."),
        )

    def tick_without_option(self, row: int, column: Column, text: str) -> None:
        self.warning(
            row,
            column,
            "tick-without-option",
            _("“%(text)s” ticks nothing that has a name, and is not kept.") % {"text": text},
            _("Write the option beside its tick, or its name into the heading."),
        )

    def ignored_row(self, row: int, text: str) -> None:
        self.warning(
            row,
            None,
            "row-ignored",
            _("The line “%(text)s” between the items is not read.") % {"text": text},
            _("Nothing to do if it is a remark; else write it into the cells that it belongs to."),
        )

    def no_items(self, row: int) -> None:
        self.error(
            row,
            None,
            "no-items",
            _("The catalogue has headings but no items."),
            _("Write a row for each item below the headings, or delete the headings."),
        )
