"""Days that are not what their weekday says."""

from .calendar_day import CalendarDay

__all__ = ["CalendarDay"]
