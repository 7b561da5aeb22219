"""Tables that leave and enter as files: XLSX and CSV, judged by what they contain and not by their names."""

from .exceptions import FileRefused
from .reading import Sheet, SheetProblem, SheetRow, read_sheet
from .writing import CONTENT_TYPES, write_sheet

__all__ = ["CONTENT_TYPES", "FileRefused", "Sheet", "SheetProblem", "SheetRow", "read_sheet", "write_sheet"]
