"""Write a report in the unified format: its six parts, real tables with merged headings, the same in every file."""

from .contents import Contents, Section, sections_of
from .docx_file import write_docx
from .figures import Figures, figures_below
from .html_text import html_of
from .xlsx_file import write_xlsx

__all__ = ["Contents", "Figures", "Section", "figures_below", "html_of", "sections_of", "write_docx", "write_xlsx"]
