"""Read a report from a file: its tables are found by their headings, whatever stands between them."""

from .lines import lines_of
from .looked import NOT_THERE, Looked, looked_of
from .parsing import ReadReport, read_lines
from .texts import ReadTexts, read_texts
from .unknown import unknown_titles

__all__ = [
    "NOT_THERE",
    "Looked",
    "ReadReport",
    "ReadTexts",
    "lines_of",
    "looked_of",
    "read_lines",
    "read_texts",
    "unknown_titles",
]
