"""Read catalogues as they are published: XLSX, DOCX and CSV with headings in several rows, merged cells and ticks."""

from .parsed import ParsedFile
from .parsing import parse_catalogues

__all__ = ["ParsedFile", "parse_catalogues"]
