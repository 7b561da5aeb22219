"""Annual reports, their figures, and the days on which they are due."""

from .evaluation import Evaluation
from .figure import Figure
from .reminder import Reminder
from .report import Report
from .reporting_day import ReportingDay

__all__ = ["Evaluation", "Figure", "Reminder", "Report", "ReportingDay"]
