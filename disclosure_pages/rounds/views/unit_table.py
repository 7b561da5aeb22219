"""A unit's table: decide about each document, save what is done, hand it in; and the same as a workbook."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from cms.registers.sheets import FileRefused
from disclosure_pages.rounds.domain.proposing import hand_in, record_proposals
from disclosure_pages.rounds.enums import Proposal
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.forms.tables import ProposalRowForm, Table
from disclosure_pages.rounds.models import RoundItem, RoundUnit
from disclosure_pages.rounds.sheets import RowProblem, read_table, table_sheet

from .base import RoundView, say_refusal, workbook

PAGE_SIZE = 100
MAX_UPLOAD = 2 * 1024 * 1024


class UnitView(RoundView):
    """A screen of one unit's part in a round."""

    @cached_property
    def part(self) -> RoundUnit:
        """The part that the address names, if the person may look at it."""
        parts = RoundUnit.objects.visible_to(self.person).select_related("unit", "round__district", "handed_in_by")
        found: RoundUnit = get_object_or_404(parts, pk=self.kwargs["part_id"])
        return found

    @cached_property
    def review_round(self) -> Any:
        return self.part.round

    @cached_property
    def decides(self) -> bool:
        """Whether the person may propose here now."""
        is_open = self.part.handed_in_at is None
        return is_open and RoundUnit.objects.decided_by(self.person).filter(pk=self.part.pk).exists()

    def items(self) -> Any:
        """Documents of this unit in the round."""
        mine = RoundItem.objects.filter(round=self.part.round_id, unit=self.part.unit_id)
        return mine.select_related("record__page", "proposed_by", "approved_by")

    def here(self) -> str:
        """Address of the table."""
        return reverse("gongkai_rounds:unit_table", args=[self.part.pk])

    def get_page_subtitle(self) -> str:
        return str(self.part.unit)


class UnitTableView(UnitView):
    """The table, a hundred rows a page."""

    page_title = gettext_lazy("Decide about documents")
    template_name = "gongkai_rounds/unit_table.html"

    def get(self, request: HttpRequest, part_id: int) -> HttpResponse:
        return self.show(Table(ProposalRowForm, self.page.object_list))

    def post(self, request: HttpRequest, part_id: int) -> HttpResponse:
        """Keep every row that is in order; rows with a problem come back with what was typed."""
        if not self.decides:
            raise Http404
        if "hand_in" in request.POST:
            return self._hand_in()
        table = Table(ProposalRowForm, self.page.object_list, data=request.POST)
        if "bulk" in request.POST:
            names = {"proposal": "bulk_proposal", "reason": "bulk_reason"}
            table.set_ticked(**{field: request.POST.get(name, "") for field, name in names.items()})
        return self._save(table)

    def _save(self, table: Table) -> HttpResponse:
        try:
            number = record_proposals(part=self.part, user=self.person, proposals=table.changed())
        except (PermissionDenied, ValidationError) as error:
            say_refusal(self.request, error)
            return self.show(table, status=409)
        if number:
            said = ngettext("%(number)d decision was saved.", "%(number)d decisions were saved.", number)
            messages.success(self.request, said % {"number": number})
        if not table.is_valid():
            messages.error(self.request, _("Rows that are marked could not be saved yet."))
            return self.show(table, status=400)
        return redirect(f"{self.here()}?{self.request.GET.urlencode()}")

    def _hand_in(self) -> HttpResponse:
        try:
            hand_in(part=self.part, user=self.person)
        except RoundRefused as error:
            say_refusal(self.request, error)
            return redirect(self.here())
        messages.success(self.request, _("Handed in; another person approves the decisions now."))
        return redirect("gongkai_rounds:round", self.review_round.pk)

    @cached_property
    def page(self) -> Any:
        """The rows to show: all, or those that are still undecided."""
        items = self.items().order_by("record__formed_on", "pk")
        if self.request.GET.get("show") == "undecided":
            items = items.undecided()
        return Paginator(items, PAGE_SIZE).get_page(self.request.GET.get("p"))

    def show(self, table: Table, status: int = 200) -> HttpResponse:
        """The table with its counts."""
        counts = self.items().counts()
        return self.answer(
            status,
            part=self.part,
            table=table,
            page=self.page,
            counts=counts,
            decided=counts["total"] - counts["undecided"],
            decides=self.decides,
            proposals=Proposal.choices,
            only_undecided=self.request.GET.get("show") == "undecided",
        )


class UnitSheetView(UnitView):
    """The table as a workbook, out and back in."""

    page_title = gettext_lazy("Table as a file")
    template_name = "gongkai_rounds/unit_sheet.html"

    def get(self, request: HttpRequest, part_id: int) -> HttpResponse:
        items = self.items().order_by("record__formed_on", "pk")
        return workbook(table_sheet(part=self.part, items=items), name=f"review-round-{self.part.pk}")

    def post(self, request: HttpRequest, part_id: int) -> HttpResponse:
        """Take what the file says, or say row by row why not; then nothing is taken."""
        if not self.decides:
            raise Http404
        file = request.FILES.get("file")
        if file is None or (file.size or 0) > MAX_UPLOAD:
            return self._refuse([], _("Choose the table as XLSX or CSV, of at most 2 MB."))
        try:
            found, problems = read_table(content=file.read(), items=self.items().filter(approved_at=None))
            if problems:
                return self._refuse(problems, _("Nothing was taken over: mend these rows and upload the table again."))
            number = record_proposals(part=self.part, user=self.person, proposals=found)
        except (FileRefused, ValidationError, RoundRefused) as error:
            return self._refuse([], " ".join(getattr(error, "messages", [str(error)])))
        said = ngettext("%(number)d decision was saved.", "%(number)d decisions were saved.", number)
        messages.success(request, said % {"number": number})
        return redirect(self.here())

    def _refuse(self, problems: list[RowProblem], message: str) -> HttpResponse:
        return self.answer(400, part=self.part, problems=problems, refusal=message, table_url=self.here())
