"""What came by letter, by fax or over the counter, entered by staff."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from plugins.api import District
from plugins.contrib.requests.domain.handling.receiving import ENTRY_DAYS, receive_case
from plugins.contrib.requests.domain.submitting import GivenFile, Submitted, submit_case
from plugins.contrib.requests.enums import Channel, EventKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, CaseEvent
from plugins.contrib.requests.process.facts import check_day
from plugins.contrib.requests.process.receipt_rules import FIRST_DAY, RULES, receipt_day
from plugins.contrib.requests.protection.pending import forget, signed
from plugins.contrib.requests.views.public.forms import ApplicationForm, carried_on

from .base import SPACE, DeskScreen
from .forms.base import day_field

_WAYS = [choice for choice in Channel.choices if choice[0] != Channel.WEB]
_FIRST = ("channel", "arrived_on", "confirmed_on")
#: What an application has to say (Art. 29) and a letter may leave out: then a correction is asked for (Art. 30).
_MAY_BE_MISSING = ("identity_number", "features", "phone")
ONCE = "form"


class EnterForm(ApplicationForm):
    """The public form, with the way on which it came and its days (Art. 31).

    What came incomplete is entered as it came; the case says what is missing.
    """

    channel = forms.ChoiceField(label=gettext_lazy("way on which it came"), choices=_WAYS)
    arrived_on = day_field(gettext_lazy("handed in, signed for or found on"))
    confirmed_on = day_field(
        gettext_lazy("confirmed with the applicant on"),
        required=False,
        help_text=gettext_lazy("For ordinary post, fax and mail; empty while it is not confirmed."),
    )
    is_incomplete = forms.BooleanField(
        label=gettext_lazy("It came incomplete, or with what cannot be right"),
        required=False,
        help_text=gettext_lazy("Then the name of the applicant and of the information are enough."),
    )
    form = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)
    field_order = (*_FIRST, "is_incomplete")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in _MAY_BE_MISSING:
            self.fields[name].required = False
        self.fields["confirmed_on"].initial = None

    def clean(self) -> dict[str, Any]:
        """Days that have been, in their order; and a way to reach the applicant."""
        found = super().clean()
        if not found.get("is_incomplete"):
            self._require_all(found)
        for name in ENTRY_DAYS:
            if found.get(name):
                self._check_day(name, found[name])
        if found.get("channel") and found.get("arrived_on"):
            try:
                receipt_day(found["channel"], arrived_on=found["arrived_on"], confirmed_on=found.get("confirmed_on"))
            except CaseRefused as error:
                self.add_error("confirmed_on", str(error))
        return found

    def _check_day(self, name: str, day: dt.date) -> None:
        try:
            check_day(day, earliest=FIRST_DAY, today=timezone.localdate())
        except CaseRefused as error:
            self.add_error(name, str(error))

    def _require_all(self, found: dict[str, Any]) -> None:
        for name in ("identity_number", "features"):
            if not found.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        if not any(found.get(name) for name in ("phone", "email", "fax", "address")):
            self.add_error(
                "phone", _("Say how the applicant can be reached: by telephone, by mail, by fax or by post.")
            )

    def _clean_applicant(self, found: dict[str, Any]) -> None:
        if not found.get("is_incomplete"):
            super()._clean_applicant(found)

    def _clean_identity(self, found: dict[str, Any]) -> None:
        if not found.get("is_incomplete"):
            super()._clean_identity(found)


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
            kept = carried_on(form)
            return self.render_to_response(self.get_context_data(form=form, kept=kept, pending=signed(kept)))
        if (entered := self._entered(form)) is not None:
            messages.warning(request, _("This application is entered already; its tracking code is not shown again."))
            return redirect(f"{SPACE}:case", entered.pk) if self._is_theirs(entered) else redirect(f"{SPACE}:queue")
        submitted = self._submit(form)
        self._settle(submitted.case, form)
        return self.render_to_response(self.get_context_data(submitted=submitted, case_url=self._way_to(submitted)))

    def _entered(self, form: EnterForm) -> Case | None:
        """The case that this very form made before: it is sent once more when its answer is loaded anew."""
        token = form.cleaned_data["form"]
        mine = CaseEvent.objects.filter(kind=EventKind.SUBMITTED, by=self.request.user)
        found = mine.filter(**{f"data__{ONCE}": str(token)}).select_related("case").first() if token else None
        return found.case if found else None

    def _submit(self, form: EnterForm) -> Submitted:
        found = form.cleaned_data
        entry = {name: found[name].isoformat() for name in ENTRY_DAYS if found[name]}
        entry |= {ONCE: str(found["form"])} if found["form"] else {}
        files = [GivenFile(one.name or "", one.read()) for one in (*form.kept, *found["attachments"])]
        given = {"unit": found["unit"], "answers": found, "files": files, "channel": found["channel"], "entry": entry}
        submitted = submit_case(district=self.district, by=self.request.user, **given)
        forget(form.earlier)
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
        case = submitted.case
        return reverse(f"{SPACE}:case", args=[case.pk]) if self._is_theirs(case) else ""

    def _is_theirs(self, case: Case) -> bool:
        return self.cases.filter(pk=case.pk).exists()
