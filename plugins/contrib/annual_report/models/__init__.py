"""Annual reports, their figures, the days on which they are due, and the pages that are made of them."""

from .city_publication import CityPublication
from .evaluation import Evaluation
from .figure import Figure
from .outside_issuer import OutsideIssuer
from .reminder import Reminder
from .report import Report
from .report_page import AnnualReportPage
from .reporting_day import ReportingDay
from .source_start import SourceStart

__all__ = [
    "AnnualReportPage",
    "CityPublication",
    "Evaluation",
    "Figure",
    "OutsideIssuer",
    "Reminder",
    "Report",
    "ReportingDay",
    "SourceStart",
]
