"""Write a catalogue in the shape in which it was read: headings in several rows, merged cells, the same ticks."""

from .docx_file import write_docx
from .xlsx_file import write_xlsx

WRITERS = {"xlsx": write_xlsx, "docx": write_docx}

__all__ = ["WRITERS", "write_docx", "write_xlsx"]
