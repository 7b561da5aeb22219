from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreeConfig(AppConfig):
    """The column tree and the place of every page in it."""

    name = "disclosure_pages.tree"
    label = "gongkai_tree"
    verbose_name = _("Column tree")

    def ready(self) -> None:
        from . import permission_policies, receivers  # noqa: F401  (both connect on import)
