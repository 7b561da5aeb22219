from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalendarConfig(AppConfig):
    """Holidays and working days in their place, as administrators load them."""

    name = "cms.calendar"
    label = "gongkai_calendar"
    verbose_name = _("Calendar")
