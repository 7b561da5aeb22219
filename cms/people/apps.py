from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """People and their roles."""

    name = "cms.people"
    label = "gongkai_people"
    verbose_name = _("People")

    def ready(self) -> None:
        from . import receivers  # noqa: F401  (signal receivers connect on import)
