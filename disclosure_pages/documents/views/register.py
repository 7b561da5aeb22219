"""The register of normative documents: a list to search, filter and take along, and each entry by itself."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import HeaderButton

from cms.tenancy.models import Unit
from disclosure_pages.clearance.views.listings import RoleListView
from disclosure_pages.documents.domain.numbering import schemes_kept_by
from disclosure_pages.documents.enums import RegistrationState
from disclosure_pages.documents.models import Registration
from disclosure_pages.documents.numbers.document_number import parse_document_number
from disclosure_pages.documents.rules import REGISTER_ROLES

TITLE = gettext_lazy("Register of normative documents")
ICON = "clipboard-list"


def _units(request: HttpRequest) -> QuerySet[Unit]:
    """Units that have entries in the registers that the person reads."""
    return Unit.objects.filter(pk__in=Registration.objects.visible_to(request.user).values("unit")).order_by("name")


def _years() -> list[tuple[int, str]]:
    years = Registration.objects.order_by("-year").values_list("year", flat=True).distinct()
    return [(year, str(year)) for year in years]


class RegisterFilterSet(WagtailFilterSet):
    """By year, unit and state."""

    year = django_filters.ChoiceFilter(label=gettext_lazy("Year"), choices=_years, widget=forms.RadioSelect)
    unit = django_filters.ModelChoiceFilter(label=gettext_lazy("Unit"), queryset=_units)
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=RegistrationState.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = Registration
        fields: list[str] = []


class RegisterView(RoleListView):
    """Every entry of the districts whose register the person keeps or reads, the newest first."""

    roles = REGISTER_ROLES
    model = Registration
    page_title = TITLE
    header_icon = ICON
    template_name = "gongkai_clearance/list.html"
    results_template_name = "gongkai_documents/register_results.html"
    filterset_class = RegisterFilterSet
    is_searchable = True
    search_fields = ("title", "number", "text")
    search_backend_name = None
    index_url_name = "gongkai_register:index"
    index_results_url_name = "gongkai_register:index_results"
    default_ordering = "-registered_at"
    columns = [
        TitleColumn("text", label=gettext_lazy("Registration number"), url_name="gongkai_register:entry", width="22%"),
        Column("title", label=gettext_lazy("Title")),
        Column("number", label=gettext_lazy("Document number"), classname="gk-wide"),
        Column("unit", label=gettext_lazy("Unit"), classname="gk-wide"),
        Column("edition", label=gettext_lazy("Edition"), classname="gk-wide"),
        DateColumn("registered_at", label=gettext_lazy("Registered"), sort_key="registered_at"),
        Column("state", label=gettext_lazy("State"), accessor="state_label"),
    ]
    list_export = [
        "text",
        "edition",
        "title",
        "number",
        "issuer",
        "unit",
        "state_label",
        "opinion",
        "judged_by",
        "judged_at",
        "registered_by",
        "registered_at",
        "published_at",
        "voided_at",
        "void_reason",
        "digest",
    ]
    export_headings = {"state_label": gettext_lazy("State")}

    def get_base_queryset(self) -> QuerySet[Registration]:
        entries: QuerySet[Registration] = Registration.objects.visible_to(self.request.user).with_state()
        return entries.select_related("unit", "judged_by", "registered_by")

    def search_queryset(self, queryset: QuerySet[Registration]) -> QuerySet[Registration]:
        """By any part of title or number; a document number in every spelling."""
        if not self.is_searching:
            return queryset
        found = Q(*((f"{name}__icontains", self.search_query) for name in self.search_fields), _connector=Q.OR)
        number = parse_document_number(self.search_query)
        return queryset.filter(found | Q(number=str(number)) if number is not None else found)

    @property
    def header_more_buttons(self) -> list[Any]:
        """Who keeps a register decides how its numbers look."""
        return [
            HeaderButton(
                _("Numbers of %(district)s") % {"district": district},
                url=reverse("gongkai_register:numbering", args=[district.slug]),
                icon_name="cog",
            )
            for district in schemes_kept_by(self.request.user)
        ]

    def get_filename(self) -> str:
        return f"register-{timezone.localdate():%Y-%m-%d}"


class EntryView(WagtailAdminTemplateMixin, TemplateView):
    """One entry with its opinion, its people and the other editions of the document."""

    template_name = "gongkai_documents/register_entry.html"
    page_title = TITLE
    header_icon = ICON

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super().setup(request, *args, **kwargs)
        entries = Registration.objects.visible_to(request.user).with_state()
        self.entry: Registration = get_object_or_404(
            entries.select_related("unit", "judged_by", "registered_by", "page"), pk=kwargs["pk"]
        )

    def get_page_subtitle(self) -> str:
        return self.entry.text

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        register = {"url": reverse("gongkai_register:index"), "label": TITLE}
        return [*self.breadcrumbs_items, register, {"url": "", "label": self.entry.text}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry = self.entry
        editions = Registration.objects.filter(district=entry.district_id, text=entry.text).with_state()
        return {
            **super().get_context_data(**kwargs),
            "entry": entry,
            "editions": editions.exclude(pk=entry.pk).order_by("edition"),
            "public_url": entry.page.url if entry.page is not None and entry.page.live else None,
        }
