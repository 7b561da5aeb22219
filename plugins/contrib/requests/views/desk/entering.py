"""What came by letter, by fax or over the counter, entered by staff."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from plugins.api import District
from plugins.contrib.requests.domain.handling.receiving import receive_case
from plugins.contrib.requests.domain.submitting import GivenFile, Submitted, submit_case
from plugins.contrib.requests.enums import Channel
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.receipt_rules import RULES, receipt_day
from plugins.contrib.requests.views.public.forms import ApplicationForm

from .base import SPACE, DeskScreen
from .forms.base import day_field

_WAYS = [choice for choice in Channel.choices if choice[0] != Channel.WEB]
_FIRST = ("channel", "arrived_on", "confirmed_on")


class EnterForm(ApplicationForm):
    """The public form, with the way on which it came and its days (Art. 31)."""

    channel = forms.ChoiceField(label=gettext_lazy("way on which it came"), choices=_WAYS)
    arrived_on = day_field(gettext_lazy("handed in, signed for or found on"))
    confirmed_on = day_field(
        gettext_lazy("confirmed with the applicant on"),
        required=False,
        help_text=gettext_lazy("For ordinary post, fax and mail; empty while it is not confirmed."),
    )
    field_order = _FIRST

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("pending")
        self.fields["phone"].required = False
        self.fields["confirmed_on"].initial = None

    def clean(self) -> dict[str, Any]:
        """Days that have been, in their order; and a way to reach the applicant."""
        found = super().clean()
        if not (found.get("phone") or found.get("email") or found.get("address")):
            self.add_error("phone", _("Say how the applicant can be reached: by telephone, by mail or by post."))
        for name in ("arrived_on", "confirmed_on"):
            if found.get(name) and found[name] > timezone.localdate():
                self.add_error(name, _("This day is still to come."))
        if found.get("channel") and found.get("arrived_on"):
            try:
                receipt_day(found["channel"], arrived_on=found["arrived_on"], confirmed_on=found.get("confirmed_on"))
            except CaseRefused as error:
                self.add_error("confirmed_on", str(error))
        return found


class EnterScreen(DeskScreen):
    """One form; the answer shows the tracking code once, for the receipt."""

    template_name = "gongkai_requests/desk/enter.html"
    page_title = gettext_lazy("Enter an application")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        asked = request.GET.get("district", "")
        found = [one for one in self.districts if asked in ("", one.slug)]
        if not found:
            raise Http404
        self.district: District = found[0]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", EnterForm(district=self.district.pk))
        rules = [(Channel(way).label, RULES[way].advice) for way, _label in _WAYS]
        return super().get_context_data(rules=rules, district=self.district, all_districts=self.districts, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = EnterForm(request.POST, request.FILES, district=self.district.pk)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        submitted = self._submit(form)
        self._settle(submitted.case, form)
        return self.render_to_response(self.get_context_data(submitted=submitted, case_url=self._way_to(submitted)))

    def _submit(self, form: EnterForm) -> Submitted:
        found = form.cleaned_data
        files = [GivenFile(one.name or "", one.read()) for one in found["attachments"]]
        given = {"unit": found["unit"], "answers": found, "files": files, "channel": found["channel"]}
        submitted = submit_case(district=self.district, by=self.request.user, **given)
        log(submitted.case, "gongkai.requests.entered", user=self.request.user)
        return submitted

    def _settle(self, case: Case, form: EnterForm) -> None:
        """At once when the days are known; whoever enters it for another unit leaves that to its desk."""
        days = {name: form.cleaned_data[name] for name in ("arrived_on", "confirmed_on")}
        if receipt_day(case.channel, **days) is None:
            return
        try:
            receive_case(case=case, user=self.request.user, **days)
        except CaseRefused as error:
            messages.warning(self.request, str(error))

    def _way_to(self, submitted: Submitted) -> str:
        """The case's address, for those who handle it."""
        is_theirs = self.cases.filter(pk=submitted.case.pk).exists()
        return reverse(f"{SPACE}:case", args=[submitted.case.pk]) if is_theirs else ""
