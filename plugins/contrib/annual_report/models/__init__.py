"""Annual reports, their figures, the days on which they are due, and the pages that are made of them."""

from .city_publication import CityPublication
from .evaluation import Evaluation
from .figure import Figure
from .reminder import Reminder
from .report import Report
from .report_page import AnnualReportPage
from .reporting_day import ReportingDay

__all__ = ["AnnualReportPage", "CityPublication", "Evaluation", "Figure", "Reminder", "Report", "ReportingDay"]
