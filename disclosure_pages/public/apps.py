from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicConfig(AppConfig):
    """What the public sees: addresses, listings, feeds, errors, cache."""

    name = "disclosure_pages.public"
    label = "gongkai_public"
    verbose_name = _("Public side")

    def ready(self) -> None:
        from disclosure_pages.pages.models import SystemPage
        from disclosure_pages.tree.models import CityHome, Column, DisclosurePage, DistrictHome
        from disclosure_pages.tree.presentation import install_context

        from . import receivers  # noqa: F401  (signal receivers connect on import)
        from .contexts.column import column_context
        from .contexts.content import content_context, system_context
        from .contexts.homes import city_home_context, district_home_context

        install_context(CityHome, city_home_context)
        install_context(DistrictHome, district_home_context)
        install_context(Column, column_context)
        install_context(DisclosurePage, content_context)
        install_context(SystemPage, system_context)
