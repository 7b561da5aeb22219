from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnnualReportConfig(AppConfig):
    """Annual reports of units, districts and the city."""

    name = "plugins.contrib.annual_report"
    label = "gongkai_annual"
    verbose_name = _("Annual report")

    def ready(self) -> None:
        from .views.files import install_files

        install_files()
