"""The yearly re-examination on screens. What is not disclosed is seen by those concerned; for others it is absent."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from cms.people.domain.roles import districts_of
from cms.tenancy.models import Unit
from disclosure_pages.pages.models import Article
from disclosure_pages.rounds.domain.reexamining import decide_again, open_reexamination, progress_by_unit
from disclosure_pages.rounds.domain.reporting import conclude_reexamination
from disclosure_pages.rounds.enums import ReexaminationState, Reexamined
from disclosure_pages.rounds.forms.reexaminations import ReexaminationForm
from disclosure_pages.rounds.forms.rounds import ConcludeForm
from disclosure_pages.rounds.forms.tables import ReexaminedRowForm, Table
from disclosure_pages.rounds.models import Reexamination, ReexaminationItem
from disclosure_pages.rounds.rules import CAMPAIGN_ROLES, SECRECY_ROLES
from disclosure_pages.tree.querysets import UNIT_ROLES

from .base import FormScreen, RoundsView, say_refusal

PAGE_SIZE = 100
REEXAMINATION_ROLES: tuple[str, ...] = (*SECRECY_ROLES, *UNIT_ROLES)


class ReexaminationsView(RoundsView):
    """What the screens of re-examinations share."""

    page_title: Any = gettext_lazy("Yearly re-examinations")
    header_icon = "view"
    index_url_name = "gongkai_rounds:reexaminations"
    index_label = gettext_lazy("Yearly re-examinations")


class ReexaminationIndexView(FormScreen, ReexaminationsView):
    """Re-examinations, the newest first; the disclosure office opens one here."""

    roles = REEXAMINATION_ROLES
    template_name = "gongkai_rounds/reexaminations.html"
    form_class = ReexaminationForm

    @cached_property
    def districts(self) -> Any:
        """Districts in which the person may open one."""
        return districts_of(self.person, CAMPAIGN_ROLES)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "districts": self.districts}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        campaigns = Reexamination.objects.visible_to(self.person).select_related("district")
        return super().get_context_data(campaigns=campaigns, may_open=self.districts.exists(), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.districts.exists():
            raise Http404
        return super().post(request, *args, **kwargs)

    def act(self, form: ReexaminationForm) -> Reexamination:
        return open_reexamination(user=self.person, **form.cleaned_data)

    def done(self, result: Reexamination) -> HttpResponse:
        messages.success(self.request, _("The units are asked to look again."))
        return redirect("gongkai_rounds:reexamination", result.pk)


class CampaignScreen(ReexaminationsView):
    """A screen of one re-examination."""

    @cached_property
    def campaign(self) -> Reexamination:
        """The re-examination that the address names, if the person is concerned."""
        campaigns = Reexamination.objects.visible_to(self.person).select_related("district", "result_page")
        found: Reexamination = get_object_or_404(campaigns, pk=self.kwargs["campaign_id"])
        return found

    @cached_property
    def is_office(self) -> bool:
        """Whether the person opens and concludes it."""
        return Reexamination.objects.managed_by(self.person).filter(pk=self.campaign.pk).exists()

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the right before anything else."""
        _allowed = self.campaign
        return super().dispatch(*args, **kwargs)

    @property
    def crumbs_above(self) -> list[dict[str, Any]]:
        url = reverse("gongkai_rounds:reexamination", args=[self.campaign.pk])
        return [{"url": url, "label": str(self.campaign)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            campaign=self.campaign,
            is_office=self.is_office,
            is_open=self.campaign.state == ReexaminationState.OPEN,
            back_url=reverse("gongkai_rounds:reexamination", args=[self.campaign.pk]),
            **kwargs,
        )


class ReexaminationView(CampaignScreen):
    """Progress by unit."""

    template_name = "gongkai_rounds/reexamination.html"

    def get_page_title(self) -> str:
        return str(self.campaign)

    def get(self, request: HttpRequest, campaign_id: int) -> HttpResponse:
        seen = set(self.campaign.items.visible_to(self.person).values_list("unit", flat=True))
        rows = [row for row in progress_by_unit(self.campaign) if row["unit"] in seen]
        return self.answer(rows=rows, left=sum(int(row["undecided"]) for row in rows))


class ReexaminationTableView(CampaignScreen):
    """A unit's content that is not disclosed, to decide about row by row."""

    page_title = gettext_lazy("Look again at what is not disclosed")
    template_name = "gongkai_rounds/reexamination_table.html"

    @cached_property
    def items(self) -> Any:
        """Content of the unit that the address names, if the person may see it."""
        mine = self.campaign.items.visible_to(self.person).filter(unit=self.kwargs["unit_id"])
        if not mine.exists():
            raise Http404
        return mine.select_related("page", "clearance", "decided_by", "unit").order_by("pk")

    @cached_property
    def decides(self) -> bool:
        """Whether the person decides for this unit now."""
        mine = ReexaminationItem.objects.decided_by(self.person).filter(pk__in=self.items.values("pk"))
        return self.campaign.state == ReexaminationState.OPEN and mine.exists()

    @cached_property
    def page(self) -> Any:
        """The rows to show."""
        items = self.items.filter(decision="") if self.request.GET.get("show") == "undecided" else self.items
        return Paginator(items, PAGE_SIZE).get_page(self.request.GET.get("p"))

    def get(self, request: HttpRequest, campaign_id: int, unit_id: int) -> HttpResponse:
        return self.show(Table(ReexaminedRowForm, self.page.object_list))

    def post(self, request: HttpRequest, campaign_id: int, unit_id: int) -> HttpResponse:
        """Keep every row that is in order."""
        if not self.decides:
            raise Http404
        table = Table(ReexaminedRowForm, self.page.object_list, data=request.POST)
        if "bulk" in request.POST:
            table.set_ticked(decision=request.POST.get("bulk_decision", ""), reason=request.POST.get("bulk_reason", ""))
        try:
            number = decide_again(campaign=self.campaign, user=self.person, decisions=table.changed())
        except (PermissionDenied, ValidationError) as error:
            say_refusal(request, error)
            return self.show(table, status=409)
        if number:
            said = ngettext("%(number)d decision was saved.", "%(number)d decisions were saved.", number)
            messages.success(request, said % {"number": number})
        if not table.is_valid():
            messages.error(request, _("Rows that are marked could not be saved yet."))
            return self.show(table, status=400)
        return redirect(f"{request.path}?{request.GET.urlencode()}")

    def show(self, table: Table, status: int = 200) -> HttpResponse:
        """The table with its counts."""
        return self.answer(
            status,
            table=table,
            page=self.page,
            unit=get_object_or_404(Unit, pk=self.kwargs["unit_id"]),
            decides=self.decides,
            left=self.items.filter(decision="").count(),
            total=self.items.count(),
            decisions=Reexamined.choices,
            only_undecided=self.request.GET.get("show") == "undecided",
        )


class ReexaminationConcludeView(FormScreen, CampaignScreen):
    """The figures as a draft."""

    page_title = gettext_lazy("Draft the result")
    template_name = "gongkai_rounds/act.html"
    form_class = ConcludeForm
    explanation = gettext_lazy(
        "The figures become the draft of an article; titles of what is not disclosed stand nowhere in it. It passes "
        "the ordinary reviews."
    )
    is_serious = False

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_office:
            raise Http404
        return super().dispatch(*args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "district": self.campaign.district, "page_type": Article}

    def get_initial(self) -> dict[str, Any]:
        title = _("Result of the re-examination of information that is not disclosed, %(year)d")
        return {"title": title % {"year": self.campaign.year}}

    def act(self, form: ConcludeForm) -> Article:
        return conclude_reexamination(campaign=self.campaign, user=self.person, **form.cleaned_data)

    def done(self, result: Article) -> HttpResponse:
        messages.success(self.request, _("The result is drafted. Its unit finishes and submits it."))
        return redirect("gongkai_rounds:reexamination", self.campaign.pk)
