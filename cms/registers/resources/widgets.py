"""From the text of a cell to a value. What cannot be read raises ``ValidationError`` with a remedy in its params."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from import_export.widgets import Widget

from cms.registers.sheets.cells import NO, YES

Row = Mapping[str, str]
_DAY = re.compile(r"\A(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\Z")
YEARS = range(1900, 2101)


def refuse(message: str, remedy: str, code: str = "invalid") -> ValidationError:
    """An error about one cell; ``remedy`` is what the person can do about it."""
    return ValidationError(message, code=code, params={"remedy": remedy})


def missing() -> ValidationError:
    """The error about a cell in which something has to be."""
    return refuse(_("The cell is empty."), _("Fill it in."), "required")


def folded(text: object) -> str:
    """Text of a code: full-width letters and digits become plain ones."""
    return unicodedata.normalize("NFKC", str(text or "")).strip()


class TextWidget(Widget):
    """Text as it stands; an empty cell is empty text."""

    def clean(self, value: Any, row: Row | None = None, **kwargs: Any) -> Any:
        return str(value or "").strip()

    def render(self, value: Any, obj: Model | None = None, **kwargs: Any) -> str:
        return "" if value is None else str(value)


class CodeWidget(TextWidget):
    """A code, slug or user name, whose full-width forms mean the same."""

    def clean(self, value: Any, row: Row | None = None, **kwargs: Any) -> str:
        return folded(value)


class DayWidget(TextWidget):
    """A calendar day: 2026-01-31, 2026/1/31, 2026.1.31 or 2026年1月31日; empty is no day, unless one is ``required``.

    A slip of the finger in the year (0202) is refused: a register tells of ``YEARS``.
    """

    def __init__(self, *, required: bool = False) -> None:
        self.required = required
        super().__init__()

    def clean(self, value: Any, row: Row | None = None, **kwargs: Any) -> dt.date | None:
        text = folded(value).replace(" ", "")
        if not text:
            if self.required:
                raise missing()
            return None
        try:
            day = dt.date(*map(int, _DAY.fullmatch(text).groups()))  # type: ignore[union-attr]  # None is caught below
        except (AttributeError, ValueError) as error:
            raise refuse(_("“%s” is not a day.") % text, _("Write it like 2026-01-31.")) from error
        if day.year not in YEARS:
            bounds = {"first": YEARS[0], "last": YEARS[-1]}
            raise refuse(_("The year of “%s” cannot be.") % text, _("Years are from %(first)d to %(last)d.") % bounds)
        return day


class YesNoWidget(TextWidget):
    """是 or 否; empty is 否."""

    answers = {
        "": False,
        NO: False,
        "no": False,
        "0": False,
        "false": False,
        YES: True,
        "yes": True,
        "1": True,
        "true": True,
    }

    def clean(self, value: Any, row: Row | None = None, **kwargs: Any) -> bool:
        text = folded(value).lower()
        if text not in self.answers:
            raise refuse(
                _("“%s” is neither yes nor no.") % text, _("Write %(yes)s or %(no)s.") % {"yes": YES, "no": NO}
            )
        return self.answers[text]

    def render(self, value: Any, obj: Model | None = None, **kwargs: Any) -> str:
        return YES if value else NO


class ChoiceWidget(TextWidget):
    """One of a model's choices, by its code or its label in any language of the installation."""

    def __init__(self, choices: Iterable[tuple[str, str | Promise]]) -> None:
        self.choices = list(choices)
        self.codes: dict[str, str] = {}
        super().__init__()

    def clean(self, value: Any, row: Row | None = None, **kwargs: Any) -> str:
        text = folded(value)
        self.codes = self.codes or self._codes()
        found = self.codes.get(text.casefold())
        if found is None:
            labels = "、".join(str(label) for _code, label in self.choices)
            raise refuse(_("“%s” is not one of the choices.") % text, _("Write one of: %s.") % labels)
        return found

    def render(self, value: Any, obj: Model | None = None, **kwargs: Any) -> str:
        return str(dict(self.choices).get(value, value or ""))

    def _codes(self) -> dict[str, str]:
        codes = {code.casefold(): code for code, _label in self.choices}
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                codes |= {folded(label).casefold(): code for code, label in self.choices}
        return codes


class ReferenceWidget(TextWidget):
    """Another register's row by its natural key, among the rows that the person may refer to."""

    def __init__(self, key: str, rows: Callable[[], QuerySet[Any]] | None = None, *, required: bool = False) -> None:
        self.key = key
        self.rows = rows
        self.required = required
        # What was found before: a table names the same few rows again and again. A widget lives for one import.
        self.found: dict[tuple[str, str], Model] = {}
        self.remedies: dict[str, str] = {}
        super().__init__()

    def clean(self, value: Any, row: Row | None = None, **kwargs: Any) -> Model | None:
        text = folded(value)
        if not text:
            self._refuse_missing()
            return None
        place = (folded((row or {}).get("district")), text)
        if place not in self.found:
            self.found[place] = self._look_up(row or {}, text)
        return self.found[place]

    def _look_up(self, row: Row, text: str) -> Model:
        rows = self.candidates(row)
        found: Model | None = rows.filter(**{self.key: text}).first()
        if found is None:
            remedy = self.remedies.get(text) or self._remedy(rows, text)
            self.remedies[text] = remedy
            raise refuse(_("There is no “%s” that you may refer to.") % text, remedy, "unknown")
        return found

    def render(self, value: Any, obj: Model | None = None, **kwargs: Any) -> str:
        return "" if value is None else str(getattr(value, self.key))

    def candidates(self, row: Row) -> QuerySet[Any]:
        """Rows among which the key is looked up."""
        assert self.rows is not None, "the resource gives every reference its rows"  # noqa: S101
        return self.rows()

    def _refuse_missing(self) -> None:
        if self.required:
            raise missing()

    def _remedy(self, rows: QuerySet[Any], text: str) -> str:
        from rapidfuzz import process  # loaded with the first mistyped name

        known = rows.values_list(self.key, flat=True)[:5_000]
        near = [match[0] for match in process.extract(text, known, limit=3, score_cutoff=50)]
        if near:
            return _("Did you mean %s?") % "、".join(near)
        return _("Enter it in its own register first, or correct the cell.")


class UnitWidget(ReferenceWidget):
    """A unit by its code within the district that the same row names."""

    def __init__(self, *, required: bool = False) -> None:
        super().__init__("code", required=required)

    def candidates(self, row: Row) -> QuerySet[Any]:
        return super().candidates(row).filter(district__slug=folded(row.get("district")))


class NamedInDistrictWidget(ReferenceWidget):
    """A row by its name within the district that the same row names."""

    def __init__(self) -> None:
        super().__init__("name", required=True)

    def candidates(self, row: Row) -> QuerySet[Any]:
        return super().candidates(row).filter(district__slug=folded(row.get("district")))


class PersonWidget(ReferenceWidget):
    """A person by user name."""

    def __init__(self) -> None:
        super().__init__("username", required=True)

    def _remedy(self, rows: QuerySet[Any], text: str) -> str:
        return super()._remedy(rows, text) if rows.count() else _("Make the account first.")
