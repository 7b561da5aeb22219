"""What a case costs, line by line, and the notice of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.contrib.requests.domain.deadlines import open_payment
from plugins.contrib.requests.domain.fee_rules import fee_rule_of
from plugins.contrib.requests.domain.fees import ask_fee, items_before, record_payment, serve_fee
from plugins.contrib.requests.domain.handling.possible import acts_now
from plugins.contrib.requests.fees import FeeBasis
from plugins.contrib.requests.process.acts import Act

from .base import PapersScreen
from .forms import FeeForm, PaidForm, ServedForm


class FeeScreen(PapersScreen):
    """``GET`` with figures reckons; ``POST`` asks for the fee."""

    template_name = "gongkai_requests/papers/fee.html"
    page_title = gettext_lazy("Fee of the case")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self._form(self.request.GET if "quantity" in self.request.GET else None)
        fee = form.fee() if form.is_bound and form.is_valid() else None
        notice = self.case.fee_notices.order_by("-pk").first()
        kwargs = {"paid_form": PaidForm(), "served_form": ServedForm(), **kwargs}
        acts = acts_now(self.case, self.held)
        may = {"may_ask": Act.ASK_FEE in acts, "may_record": Act.RECORD_PAYMENT in acts}
        due = open_payment(self.case) if may["may_record"] else None
        rule = fee_rule_of(self.case.district) if not due else None
        return super().get_context_data(form=form, fee=fee, notice=notice, due=due, rule=rule, **may, **kwargs)

    def _form(self, data: Any = None) -> FeeForm:
        return FeeForm(data, initial={"basis": FeeBasis.PAGES, "before": items_before(self.case)})

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = self._form(request.POST)
        if form.is_valid():
            given = {"quantity": form.cleaned_data["quantity"], "before": form.cleaned_data["before"] or 0}
            told = _("The fee is asked for. Write the fee notice now.")
            if self.attempt(lambda: ask_fee(case=self.case, fee=form.fee(), user=request.user, **given), told):
                return redirect(self.papers_url)
        return self.render_to_response(self.get_context_data(form=form))


class PaidView(FeeScreen):
    """``POST`` the day on which a fee came."""

    http_method_names = ("post",)
    form_class: type[PaidForm] = PaidForm
    record = staticmethod(record_payment)
    told = gettext_lazy("The payment is recorded.")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        row = get_object_or_404(self.case.fee_notices.all(), pk=kwargs["notice"])
        form = self.form_class(request.POST)
        if form.is_valid():
            given = {"notice": row, "user": request.user, "day": form.cleaned_data["day"]}
            if self.attempt(lambda: self.record(**given), self.told):
                return redirect(self.papers_url)
        return self.render_to_response(self.get_context_data(**{form.name: form}))


class ServedView(PaidView):
    """``POST`` the day on which the notice of a fee reached the applicant."""

    form_class = ServedForm
    record = staticmethod(serve_fee)
    told = gettext_lazy("The service is recorded; the days to pay count from then on.")
