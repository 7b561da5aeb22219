"""Read a report from a file: its tables are found by their headings, whatever stands between them."""

from .parsing import ReadReport, read_report
from .texts import ReadTexts, read_texts

__all__ = ["ReadReport", "ReadTexts", "read_report", "read_texts"]
