"""The four registers."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList

from cms.registers.admin.base import RegisterAdmin, yes_no
from cms.registers.admin.filters import OwnDistrictFilter
from cms.registers.forms import RegisterForm
from disclosure_pages.tree.models import DisclosurePage
from search.models import BestBet, DeniedSuggestion, DictionaryWord, SynonymEntry

from .forms import BestBetForm
from .resources import BestBetResource, DeniedSuggestionResource, DictionaryWordResource, SynonymResource
from .views import PrefilledCreateView


class WordsAdmin(RegisterAdmin):
    """What the registers of the search have in common. ``prefilled`` fields are taken from a new entry's address."""

    prefilled: tuple[str, ...] = ()
    create_view_class = PrefilledCreateView
    add_to_admin_menu = False  # the entries are in the menu “Search”


def _panels(help_text: Any, *names: str, form: type[RegisterForm] = RegisterForm) -> ObjectList:
    return ObjectList([HelpPanel(help_text), *map(FieldPanel, names)], base_form_class=form)


class SynonymAdmin(WordsAdmin):
    """Synonyms."""

    model = SynonymEntry
    resource_class = SynonymResource
    base_url_path = "registers/synonyms"
    menu_icon = "link"
    prefilled = ("word", "others")
    list_display = ("word", "others", "direction", "starts_on", "ends_on")
    list_filter = ("direction",)
    search_fields = ("word", "others")
    inspect_view_fields = ("word", "others", "direction", "starts_on", "ends_on")
    edit_handler = _panels(
        gettext_lazy("These hold beside the list that comes with the program, and from the next search on."),
        *inspect_view_fields,
    )


class BestBetAdmin(WordsAdmin):
    """Best bets."""

    model = BestBet
    resource_class = BestBetResource
    base_url_path = "registers/best-bets"
    menu_icon = "pick"
    prefilled = ("words",)
    list_display = ("words", "shown_title", "is_shown_now", "district", "starts_on", "ends_on")
    list_filter = (OwnDistrictFilter,)
    list_select_related = ("page", "district")
    search_fields = ("words", "page__title")
    is_shown_now = yes_no("is_shown", gettext_lazy("readers see it"))
    inspect_view_fields = ("words", "shown_page", "district", "starts_on", "ends_on")
    edit_handler = _panels(
        gettext_lazy(
            "Whoever asks exactly this, whatever the width, case or punctuation, sees the page first. It is shown only "
            "while it is public."
        ),
        *("words", "address", "district", "starts_on", "ends_on"),
        form=BestBetForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        public = DisclosurePage.objects.public().filter(pk=OuterRef("page"))
        return super().get_queryset(request).annotate(is_shown=Exists(public))

    def shown_title(self, entry: Any) -> str:
        """The page's title; what is not public is not told here."""
        return str(entry.page.title) if entry.is_shown else _("not public at present")

    shown_title.short_description = gettext_lazy("page")  # type: ignore[attr-defined]


class DeniedSuggestionAdmin(WordsAdmin):
    """Texts that are never suggested."""

    model = DeniedSuggestion
    resource_class = DeniedSuggestionResource
    base_url_path = "registers/denied-suggestions"
    menu_icon = "no-view"
    prefilled = ("text",)
    list_display = ("text",)
    search_fields = ("text",)
    inspect_view_fields = ("text",)
    edit_handler = ObjectList([FieldPanel("text")], base_form_class=RegisterForm)


class DictionaryWordAdmin(WordsAdmin):
    """Words of the dictionary."""

    model = DictionaryWord
    resource_class = DictionaryWordResource
    base_url_path = "registers/dictionary-words"
    menu_icon = "openquote"
    prefilled = ("word",)
    list_display = ("word",)
    search_fields = ("word",)
    inspect_view_fields = ("word",)
    edit_handler = _panels(
        gettext_lazy(
            "A query is cut into words, and each has to stand in a text. What is entered here is not cut apart. Names "
            "of units, columns, topics and kinds of document are known without it."
        ),
        "word",
    )
