"""Closed lists of the responsibility table."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext as _


class Severity(StrEnum):
    """An error forbids applying the table; a warning does not."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def label(self) -> str:
        """The severity in words."""
        return _("Error") if self is Severity.ERROR else _("Warning")


class FileFormat(StrEnum):
    """Formats that can be read, decided by content and never by name."""

    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"


class Field(StrEnum):
    """What a column of the table holds; the value is the heading that the sample table uses."""

    ORDINAL = "序号"
    FIRST = "一级标题"
    SECOND = "二级标题"
    THIRD = "三级标题"
    UNITS = "责任单位"
    NOTE = "备注"


LEVELS = (Field.FIRST, Field.SECOND, Field.THIRD)
