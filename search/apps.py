from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The public search: what it holds, what keeps it true, and what answers."""

    name = "search"
    label = "gongkai_search"
    verbose_name = _("Search")

    def ready(self) -> None:
        import atexit

        from django.core.signals import request_finished, request_started

        from cms.people.enums import Role
        from cms.registers.rules import add_register
        from disclosure_pages.api.public.api import api
        from disclosure_pages.public.search_box import install_search_box

        from . import checks, receivers  # noqa: F401  (registered and connected on import)
        from .domain.counting import write_counts, write_when_due
        from .domain.thread import begin_delivery
        from .rules import WORD_ROLES
        from .views.api import router
        from .views.formats import router as formats_router

        for name in ("synonymentry", "deniedsuggestion", "dictionaryword"):
            add_register(name, kept_by=WORD_ROLES, read_by=frozenset({Role.DISCLOSURE_OFFICE}))
        add_register("bestbet", kept_by=WORD_ROLES, district="district")
        request_started.connect(begin_delivery)
        request_finished.connect(write_when_due)
        atexit.register(write_counts)
        api.add_router("", router)
        api.add_router("", formats_router)
        install_search_box("{}search/".format)
