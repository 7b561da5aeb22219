"""These registers as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from cms.registers.resources import Column, RegisterResource
from cms.registers.resources.widgets import ChoiceWidget, DayWidget, ReferenceWidget, TextWidget, refuse
from cms.tenancy.models import District
from disclosure_pages.tree.models import DisclosurePage
from search.enums import Direction
from search.models import BestBet, DeniedSuggestion, DictionaryWord, SynonymEntry

from .addresses import address_of, page_at


class PageWidget(TextWidget):
    """A page by the address that readers see."""

    def clean(self, value: Any, row: Mapping[str, str] | None = None, **kwargs: Any) -> DisclosurePage:
        text = str(value or "").strip()
        page = page_at(text) if text else None
        if page is None:
            raise refuse(
                _("No public page has the address “%s”.") % text,
                _("Open the page as readers see it and copy its address."),
                "unknown",
            )
        return page

    def render(self, value: Any, obj: Model | None = None, **kwargs: Any) -> str:
        return address_of(value) if value else ""


class SynonymResource(RegisterResource):
    """Synonyms, by word, direction and first day."""

    word = Column("词语", "word")
    others = Column("同义词", "others")
    direction = Column("方向", "direction", ChoiceWidget(Direction.choices))
    starts_on = Column("起始日", "starts_on", DayWidget())
    ends_on = Column("截止日", "ends_on", DayWidget())

    key_columns = ("word", "direction", "starts_on")
    optional_keys = ("starts_on",)

    class Meta:
        model = SynonymEntry
        import_id_fields = ("word", "direction", "starts_on")
        fields = import_order = export_order = ("word", "others", "direction", "starts_on", "ends_on")


class BestBetResource(RegisterResource):
    """Best bets, by searches, district and page."""

    words = Column("搜索词", "words")
    page = Column("页面地址", "page", PageWidget())
    district = Column("区县标识", "district", ReferenceWidget("slug"))
    starts_on = Column("起始日", "starts_on", DayWidget())
    ends_on = Column("截止日", "ends_on", DayWidget())

    references = {"district": District}
    key_columns = ("words", "page", "district")
    optional_keys = ("district",)

    class Meta:
        model = BestBet
        import_id_fields = ("words", "page", "district")
        fields = import_order = export_order = ("words", "page", "district", "starts_on", "ends_on")


class DeniedSuggestionResource(RegisterResource):
    """Texts that are never suggested."""

    text = Column("文本", "text")

    key_columns = ("text",)

    class Meta:
        model = DeniedSuggestion
        import_id_fields = ("text",)
        fields = import_order = export_order = ("text",)


class DictionaryWordResource(RegisterResource):
    """Words of the dictionary."""

    word = Column("词语", "word")

    key_columns = ("word",)

    class Meta:
        model = DictionaryWord
        import_id_fields = ("word",)
        fields = import_order = export_order = ("word",)
