"""The two lists among the registers: each superior entry, then its parts."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList

from cms.registers.admin.base import STYLES, RegisterAdmin, yes_no
from cms.registers.domain.scope import visible_to
from disclosure_pages.documents.domain.classifying import Entry
from disclosure_pages.documents.models import DocumentKind, Topic
from disclosure_pages.documents.querysets import TREE_ORDER

from .forms import ClassificationForm
from .resources import DocumentKindResource, TopicResource
from .views import ClassificationDeleteView


class HeadFilter(SimpleListFilter):
    """By entry of the first level; its parts are shown with it."""

    title = _("superior entry")
    parameter_name = "head"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Every entry of the first level."""
        heads = model_admin.model.objects.heads()
        return [(head.code, head.name) for head in heads]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The chosen entry and its parts."""
        return queryset.filter(head_code=self.value()) if self.value() else queryset


class ClassificationAdmin(RegisterAdmin):
    """What both lists have in common."""

    add_to_admin_menu = False  # the entry is in the menu “Registers”
    ordering = TREE_ORDER
    list_select_related = ("parent",)
    list_per_page = 200
    search_fields = ("name", "code", "parent__name")
    index_view_extra_css = [STYLES, "gongkai_documents/classifications.css"]
    delete_view_class = ClassificationDeleteView
    delete_template_name = "gongkai_documents/classification_delete.html"

    in_use = yes_no("is_active", _("in use"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        entries = visible_to(request.user, self.model).with_place()  # type: ignore[attr-defined]  # of such a list
        return entries.annotate(documents=Count("policydocument")).order_by(*TREE_ORDER)

    def tree_name(self, entry: Entry) -> str:
        """The name, moved in below that of the superior entry."""
        level = "part" if entry.parent_id else "head"
        return format_html('<span class="gk-entry gk-entry--{}">{}</span>', level, entry.name)

    tree_name.short_description = _("name")  # type: ignore[attr-defined]  # the way Django's lists take a heading

    def number_of_documents(self, entry: Any) -> int:
        """How many documents have it, drafts included."""
        return int(entry.documents)

    number_of_documents.short_description = _("documents that have it")  # type: ignore[attr-defined]


class DocumentKindAdmin(ClassificationAdmin):
    """Kinds of document."""

    model = DocumentKind
    resource_class = DocumentKindResource
    base_url_path = "registers/document-kinds"
    menu_icon = "doc-full"
    list_display = ("tree_name", "code", "legal_class", "interpreted", "in_use", "position", "number_of_documents")
    list_filter = ("is_active", "legal_class", "needs_interpretation")
    interpreted = yes_no("needs_interpretation", _("needs an interpretation"))
    inspect_view_fields = (
        "parent",
        "code",
        "name",
        "legal_class",
        "needs_interpretation",
        "position",
        "is_active",
    )
    edit_handler = ObjectList(
        [
            *(FieldPanel(name) for name in ("parent", "code", "name", "legal_class", "needs_interpretation")),
            *(FieldPanel(name) for name in ("position", "is_active")),
        ],
        base_form_class=ClassificationForm,
    )


class TopicAdmin(ClassificationAdmin):
    """Topics."""

    model = Topic
    resource_class = TopicResource
    base_url_path = "registers/topics"
    menu_icon = "tag"
    list_display = ("tree_name", "parent", "code", "in_use", "position", "number_of_documents")
    list_filter = ("is_active", HeadFilter)
    inspect_view_fields = ("parent", "code", "name", "position", "is_active")
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("parent", "code", "name", "position", "is_active")],
        base_form_class=ClassificationForm,
    )
