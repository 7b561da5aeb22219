from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """The policy document library as the public sees it."""

    name = "disclosure_pages.library"
    label = "gongkai_library"
    verbose_name = _("Document library")
