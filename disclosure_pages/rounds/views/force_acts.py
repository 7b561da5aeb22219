"""Acts on legal force beside rounds: lift what one document did to another, annul a document."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from cms.people.domain.roles import districts_of
from disclosure_pages.clearance.views.listings import RoleListView, units_in_view
from disclosure_pages.documents.force.enums import KINDS_ABOUT_FORCE
from disclosure_pages.documents.models import DocumentRelation, ForcePeriod, LegalRecord
from disclosure_pages.documents.querysets import on_day
from disclosure_pages.rounds.domain.lifting import annul_document, lift_relations
from disclosure_pages.rounds.domain.previewing import ForceChange, changes_of_force
from disclosure_pages.rounds.forms.acts import DatedForm
from disclosure_pages.rounds.rules import OFFICE_ROLES

from .base import RoundsView
from .round_acts import PreviewedView

FORCE_ICON = "list-ul"


def records_of(user: Any) -> QuerySet[LegalRecord]:
    """Records of districts for whose offices ``user`` acts."""
    found: QuerySet[LegalRecord] = LegalRecord.objects.valid().filter(district__in=districts_of(user, OFFICE_ROLES))
    return found


class RecordFilterSet(WagtailFilterSet):
    """By number or title, and unit."""

    q = django_filters.CharFilter(label=_("Number or title"), method="filter_text")
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=units_in_view)

    class Meta:
        model = LegalRecord
        fields: list[str] = []

    def filter_text(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Either of them, as it is typed."""
        return queryset.filter(Q(number__icontains=value) | Q(title__icontains=value))


class ForceListView(RoleListView):
    """Documents with their legal force today."""

    roles = OFFICE_ROLES
    model = LegalRecord
    page_title = _("Legal force")
    header_icon = FORCE_ICON
    template_name = "gongkai_clearance/list.html"
    filterset_class = RecordFilterSet
    index_url_name = "gongkai_rounds:force"
    index_results_url_name = "gongkai_rounds:force_results"
    default_ordering = "-issued_on"
    columns = [
        TitleColumn(
            "title", label=_("Title"), get_url=lambda record: reverse("gongkai_rounds:record", args=[record.pk])
        ),
        Column("number", label=_("Document number")),
        Column("unit", label=_("Unit")),
        Column("force", label=_("Legal force today"), accessor=lambda record: record.force_today),
    ]

    def get_base_queryset(self) -> QuerySet[LegalRecord]:
        return records_of(self.request.user).select_related("unit")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        today = ForcePeriod.objects.filter(record__in=list(object_list), **on_day(timezone.localdate()))
        forces = {period.record_id: period.get_force_display() for period in today}
        for record in object_list:
            record.force_today = forces.get(record.pk, "")
        return object_list


class RecordView(RoundsView):
    """One document: its periods, and what other documents did to it."""

    roles = OFFICE_ROLES
    page_title = _("Legal force")
    header_icon = FORCE_ICON
    index_url_name = "gongkai_rounds:force"
    index_label = _("Legal force")
    template_name = "gongkai_rounds/record.html"

    @cached_property
    def record(self) -> LegalRecord:
        """The document that the address names, if the person acts for its district."""
        records = records_of(self.person).select_related("unit", "page", "district")
        found: LegalRecord = get_object_or_404(records, pk=self.kwargs["record_id"])
        return found

    def get_page_title(self) -> str:
        return str(self.record)

    def get(self, request: HttpRequest, record_id: int) -> HttpResponse:
        record = self.record
        relations = DocumentRelation.objects.filter(kind__in=KINDS_ABOUT_FORCE).select_related("source", "target")
        return self.answer(
            record=record,
            periods=record.force_periods.select_related("cause__source").order_by("starts_on"),
            relations_to=relations.filter(target=record),
            relations_from=relations.filter(source=record),
        )


class ForceActView(PreviewedView, RecordView):
    """One act on a document's force, with what it changes."""

    explanation: ClassVar[Any]
    said: ClassVar[Any]

    def get_page_title(self) -> str:
        return str(self.page_title)

    @property
    def crumbs_above(self) -> list[dict[str, Any]]:
        return [{"url": reverse("gongkai_rounds:record", args=[self.record.pk]), "label": str(self.record)}]

    def done(self, result: Any) -> HttpResponse:
        messages.success(self.request, self.said)
        return redirect("gongkai_rounds:record", self.record.pk)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _allowed = self.record
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _allowed = self.record
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        back = reverse("gongkai_rounds:record", args=[self.record.pk])
        return super().get_context_data(record=self.record, back_url=back, **kwargs)


class AnnulView(ForceActView):
    page_title = _("Annul a document")
    explanation = _(
        "For a document that an authority has annulled (撤销). From the day on it has no force, before every other "
        "reason, and this cannot be lifted. Its text stays public under its banner."
    )
    said = _("The annulment was recorded.")
    template_name = "gongkai_rounds/dated_act.html"

    def changes(self, day: Any) -> list[ForceChange]:
        return changes_of_force(annulled={self.record.pk: day})

    def act(self, form: DatedForm) -> None:
        annul_document(record=self.record, user=self.person, **form.arguments())


class LiftView(ForceActView):
    """Lift one relation. The address names the relation; the document is its target, or its source without one."""

    page_title = _("Lift a relation")
    explanation = _(
        "From the day on, this relation has no effect any more. It is not deleted: that it had effect until then stays "
        "on record."
    )
    said = _("The relation was lifted.")
    template_name = "gongkai_rounds/dated_act.html"

    @cached_property
    def relation(self) -> DocumentRelation:
        """The relation, if the person acts for the district of its source and nobody has lifted it."""
        relations = DocumentRelation.objects.filter(source__in=records_of(self.person), lifted_on=None)
        found: DocumentRelation = get_object_or_404(
            relations.select_related("source__unit", "source__district", "target__unit", "target__district"),
            pk=self.kwargs["relation_id"],
        )
        return found

    @cached_property
    def record(self) -> LegalRecord:
        target = self.relation.target
        return (
            target
            if target is not None and target.district_id == self.relation.source.district_id
            else self.relation.source
        )

    def get_page_subtitle(self) -> str:
        return str(self.relation)

    def changes(self, day: Any) -> list[ForceChange]:
        return changes_of_force(lifted={self.relation.pk: day})

    def act(self, form: DatedForm) -> int:
        return lift_relations(relations=[self.relation], user=self.person, **form.arguments())
