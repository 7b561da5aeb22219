"""The calendar as a table: a year's holidays and make-up days, by day."""

from __future__ import annotations

from cms.calendar.models import CalendarDay

from .base import Column, RegisterResource
from .widgets import DayWidget, YesNoWidget


class CalendarDayResource(RegisterResource):
    """Days that differ from their weekday."""

    day = Column("日期", "day", DayWidget(required=True))
    is_working = Column("工作日", "is_working", YesNoWidget())
    name = Column("名称", "name")

    key_columns = ("day",)

    class Meta:
        model = CalendarDay
        import_id_fields = ("day",)
        fields = import_order = export_order = ("day", "is_working", "name")
