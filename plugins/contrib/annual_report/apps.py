from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnnualReportConfig(AppConfig):
    """Annual reports of units, districts and the city."""

    name = "plugins.contrib.annual_report"
    label = "gongkai_annual"
    verbose_name = _("Annual report")

    def ready(self) -> None:
        """Files of a report have addresses; auditors of the city keep the reporting days, beside the administrator."""
        from plugins.api import Role, add_register

        from . import receivers  # noqa: F401  (receivers register on import)
        from .views.files import install_files

        install_files()
        add_register(
            "reportingday", kept_by=frozenset({Role.CITY_AUDITOR}), read_by=frozenset({Role.DISCLOSURE_OFFICE})
        )
