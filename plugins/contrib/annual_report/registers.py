"""Reporting days among the registers, with import, export and history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList

from plugins.api import RegisterAdmin, RegisterColumn, RegisterForm, RegisterResource

from .models import ReportingDay

_COLUMNS = ("step", "year", "month", "day", "basis")


class ReportingDayResource(RegisterResource):
    """Days, by what is due and for which year."""

    step = RegisterColumn("事项", "step")
    year = RegisterColumn("报告年度", "year")
    month = RegisterColumn("月", "month")
    day = RegisterColumn("日", "day")
    basis = RegisterColumn("依据", "basis")

    key_columns = ("step", "year")

    class Meta:
        model = ReportingDay
        import_id_fields = ("step", "year")
        fields = import_order = export_order = _COLUMNS


class ReportingDayAdmin(RegisterAdmin):
    """By when units, districts and the city report; a row of a year goes before the one of every year."""

    model = ReportingDay
    resource_class = ReportingDayResource
    base_url_path = "registers/reporting-days"
    menu_icon = "date"
    add_to_admin_menu = False
    list_display = ("step", "year", "month", "day", "basis")
    search_fields = ("basis",)
    ordering = ("step", "year")
    inspect_view_fields = _COLUMNS
    edit_handler = ObjectList(
        [
            HelpPanel(_("The days are in the year after the one that is reported on.")),
            *map(FieldPanel, _COLUMNS),
        ],
        base_form_class=RegisterForm,
    )
