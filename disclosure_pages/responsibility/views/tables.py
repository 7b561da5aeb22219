"""The four steps: upload, problems or plan, confirmation, result."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from disclosure_pages.responsibility.domain.apply import Applied, apply_table
from disclosure_pages.responsibility.domain.pending import keep_pending, pending_of
from disclosure_pages.responsibility.domain.plan import plan_table, read_table
from disclosure_pages.responsibility.exceptions import PlanChanged, ResponsibilityError
from disclosure_pages.responsibility.forms import ConfirmForm, UploadForm
from disclosure_pages.responsibility.models import PendingTable
from disclosure_pages.responsibility.outline import outline_of, removals_of, summary_of

from .base import DistrictView
from .districts import DistrictTableView

UNPROCESSABLE, CONFLICT = 422, 409


class UploadView(DistrictTableView):
    """Keep the uploaded file and go on to what it says. Versions that are in force are not touched."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, district: str) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES, district=self.district)
        if not form.is_valid():
            return self.answer(400, form=form, **self.versions_and_pending())
        file = form.cleaned_data["file"]
        keep_pending(district=self.district, user=self.person, content=file.read(), file_name=file.name)
        return redirect(self.url("review"))


class ReviewView(DistrictView):
    """What is wrong with the uploaded table, or else what applying it would change."""

    template_name = "gongkai_responsibility/review.html"

    def get(self, request: HttpRequest, district: str) -> HttpResponse:
        pending = pending_of(district=self.district, user=self.person)
        return self.review(pending) if pending else redirect(self.url("district"))

    def post(self, request: HttpRequest, district: str) -> HttpResponse:
        """Apply the plan that was seen; when anything changed meanwhile, show the new plan instead."""
        pending = pending_of(district=self.district, user=self.person)
        if pending is None:
            return redirect(self.url("district"))
        try:
            applied = self._apply(pending)
        except PlanChanged as error:
            messages.error(request, f"{error} {error.remedy}")
            return self.review(pending, status=CONFLICT)
        except ResponsibilityError as error:
            messages.error(request, f"{error} {error.remedy}")
            return self.review(pending, status=UNPROCESSABLE)
        pending.delete()
        message = _("Applied as version %(number)d.") if applied.is_new else _("Version %(number)d: nothing to change.")
        messages.success(request, message % {"number": applied.version.number})
        return redirect(self.url("version", number=applied.version.number))

    def _apply(self, pending: PendingTable) -> Applied:
        return apply_table(
            district=self.district,
            content=bytes(pending.content),
            file_name=pending.file_name,
            user=self.person,
            confirmed_renames=self.request.POST.getlist("renames"),
            seen_plan=self.request.POST.get("seen", "") or "none",
        )

    def review(self, pending: PendingTable, status: int = 200) -> HttpResponse:
        """The problems of a file that has errors (422), else its plan."""
        content = bytes(pending.content)
        table = read_table(district=self.district, content=content)
        context: dict[str, Any] = {"pending": pending, "table": table, "form": UploadForm(district=self.district)}
        if not table.is_applicable:
            return self.answer(UNPROCESSABLE, **context)
        try:
            plan = plan_table(district=self.district, content=content).plan
        except ResponsibilityError as error:
            return self.answer(CONFLICT, error=error, **context)
        return self.answer(
            status,
            plan=plan,
            outline=outline_of(plan),
            removals=removals_of(plan),
            summary=summary_of(plan.counts()),
            confirm_form=ConfirmForm(plan=plan),
            **context,
        )
