"""Read a report from a file: its tables are found by their headings, whatever stands between them."""

from .parsing import ReadReport, read_report

__all__ = ["ReadReport", "read_report"]
