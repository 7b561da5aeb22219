from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """The policy document library as the public sees it."""

    name = "disclosure_pages.library"
    label = "gongkai_library"
    verbose_name = _("Document library")

    def ready(self) -> None:
        from disclosure_pages.api.public.api import api
        from disclosure_pages.clearance.views.offers import install_offer
        from disclosure_pages.public.entrances import install_entrance

        from .api import router

        api.add_router("", router)
        from . import receivers  # noqa: F401  (signal receivers connect on import)
        from .documents.installing import install_documents
        from .offers import editions_offer

        install_documents()
        install_offer(editions_offer)
        install_entrance("library", label=_("Policy document library"), address="{}library/".format)
