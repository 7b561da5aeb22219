"""The calendar."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList

from cms.calendar.models import CalendarDay
from cms.registers.forms import RegisterForm
from cms.registers.resources import CalendarDayResource

from .base import RegisterAdmin, yes_no


class CalendarDayAdmin(RegisterAdmin):
    """Holidays and make-up days."""

    model = CalendarDay
    resource_class = CalendarDayResource
    base_url_path = "registers/calendar-days"
    menu_icon = "calendar"
    list_display = ("day", "working", "name")
    working = yes_no("is_working", CalendarDay._meta.get_field("is_working").verbose_name)
    list_filter = ("is_working",)
    search_fields = ("name",)
    inspect_view_fields = ("day", "is_working", "name")
    edit_handler = ObjectList(
        [
            HelpPanel(
                _(
                    "Only days that differ from their weekday. A whole year is loaded with “Import”; deadlines follow. "
                    "Until New Year's Day, Labour Day and National Day of a year are here, its days count as "
                    "provisional."
                )
            ),
            *(FieldPanel(name) for name in ("day", "is_working", "name")),
        ],
        base_form_class=RegisterForm,
    )
