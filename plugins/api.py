"""What plug-ins may use of the product. They import from here and from nowhere else of it."""

from cms.calendar.domain.working_days import WorkingCalendar
from cms.tenancy.models import City, District, Unit
from disclosure_pages.documents.days import iso_day
from disclosure_pages.responsibility.domain.registers import register_of
from disclosure_pages.responsibility.enums import FileFormat, Severity
from disclosure_pages.responsibility.problems import Problem, UnreadableFile, has_errors
from disclosure_pages.responsibility.reading import RawFile, read_file
from disclosure_pages.responsibility.reading.raw import Cell, RawRow, RawTable
from disclosure_pages.responsibility.titles import clean, identity
from plugins.manifest import Level, Manifest
from search.commands.report import Refused, Report

__all__ = [
    "Cell",
    "City",
    "District",
    "FileFormat",
    "Level",
    "Manifest",
    "Problem",
    "RawFile",
    "RawRow",
    "RawTable",
    "Refused",
    "Report",
    "Severity",
    "Unit",
    "UnreadableFile",
    "WorkingCalendar",
    "clean",
    "has_errors",
    "identity",
    "iso_day",
    "read_file",
    "register_of",
]
