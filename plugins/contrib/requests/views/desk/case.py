"""One case: what is asked, who asks, what can be done now, and all that happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from plugins.api import working_calendar
from plugins.contrib.requests.domain.duplicates import similar_cases
from plugins.contrib.requests.domain.handling.possible import acts_now
from plugins.contrib.requests.domain.letters.due import letters_that_wait
from plugins.contrib.requests.domain.letters.notices import notices_lacking
from plugins.contrib.requests.domain.revealing import note_access
from plugins.contrib.requests.domain.submitting import renew_code
from plugins.contrib.requests.enums import CaseState
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Remedy
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.completeness import missing_parts
from plugins.contrib.requests.process.transitions import WORKING, possible_acts

from .base import SPACE, CaseScreen
from .forms import FORMS
from .forms.base import ActForm
from .forms.talking import ConcludeForm, RevealForm
from .personal import MASKS, personal_lines
from .queue import standing_now

CODE = "tracking code"
#: Acts with a screen of their own.
FEES = (Act.ASK_FEE, Act.SERVE_FEE, Act.RECORD_PAYMENT)
#: While files are made ready for the applicant.
PAPERS = (*WORKING, CaseState.DECIDED)
#: Acts that are always there, below those that lead on.
ASIDE = (Act.SUPPLEMENT, Act.MESSAGE, Act.NOTE, Act.REMEDY)


class CaseView(CaseScreen):
    """The case. Acts redisplay it with what was typed when they are refused."""

    template_name = "gongkai_requests/desk/case.html"

    def get_page_title(self) -> str:
        return str(self.case)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bound: Mapping[Act, ActForm] = kwargs.pop("bound", {})
        concluded: Mapping[int, ConcludeForm] = kwargs.pop("concluded", {})
        possible = {*acts_now(self.case, self.held), *bound}
        acts = [act for act in Act if act in possible and act in FORMS]
        given = {act: bound.get(act) or FORMS[act](case=self.case) for act in acts}
        context = {
            "case": self.case,
            "standing": standing_now(self.case, working_calendar()),
            "lines": personal_lines(self.case, shown=kwargs.pop("shown", "")),
            "forms": [form for act, form in given.items() if act not in ASIDE],
            "letters": letters_that_wait(self.case) if not self.case.erased_at else [],
            "lacking": notices_lacking(self.case),
            "fees": [act for act in FEES if act in possible],
            "has_papers": self.case.state in PAPERS and not self.case.erased_at,
            "aside": [form for act, form in given.items() if act in ASIDE],
            "missing": missing_parts(self.case, today=timezone.localdate()) if not self.case.erased_at else [],
            "events": self.case.events.select_related("by").order_by("-day", "-pk"),
            "consultations": self.case.consultations.all(),
            "remedies": [(one, concluded.get(one.pk) or conclude_form(one)) for one in self.case.remedies.all()],
            "files": self.case.files.all(),
            "similar": similar_cases(self.case, among=self.cases),
            "decision": getattr(self.case, "decision", None),
        }
        return super().get_context_data(**context, **kwargs)

    def show_again(self, **context: Any) -> HttpResponse:
        """The same screen, with what was typed."""
        return self.render_to_response(self.get_context_data(**context))


class ActView(CaseView):
    """``POST`` the form of an act; absent for acts that the person never does."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, act: str, **kwargs: Any) -> HttpResponse:
        if act not in FORMS:
            raise Http404
        asked = Act(act)
        form = FORMS[asked](request.POST, case=self.case)
        if form.is_valid() and self._perform(form):
            messages.success(request, _("Done: %(act)s.") % {"act": asked.label})
            return self.to_case() if self.is_still_theirs() else redirect(f"{SPACE}:queue")
        if asked not in acts_now(self.case, self.held):
            messages.error(request, errors_of(form) or _("This cannot be done any more."))
        return self.show_again(bound={asked: form})

    def is_still_theirs(self) -> bool:
        """Whether the case is still handled by the person: handed back or assigned to others, it is not."""
        return self.cases.filter(pk=self.case.pk).exists()

    def _perform(self, form: ActForm) -> bool:
        try:
            form.perform(self.request.user)
        except CaseRefused as error:
            form.add_error(None, str(error))
            self.case.refresh_from_db()
            form.show_anew()
            return False
        return True


class RevealView(CaseView):
    """``POST`` ``field`` and ``purpose``: one field in full, once, on the answer alone."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = RevealForm(request.POST)
        is_valid, field = form.is_valid(), form.cleaned_data.get("field", "")
        if field not in MASKS:
            raise Http404
        if not is_valid:
            messages.error(request, errors_of(form))
            return self.show_again()
        note_access(case=self.case, what=field, purpose=form.cleaned_data["purpose"], user=request.user)
        return self.show_again(shown=field)


class RenewView(CaseView):
    """``POST`` ``purpose`` (how the applicant proved who they are): another tracking code, shown once; the old ends."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = RevealForm({"field": CODE, "purpose": request.POST.get("purpose", "")})
        if self.case.erased_at:
            raise Http404
        if not form.is_valid():
            messages.error(request, errors_of(form))
            return self.show_again()
        note_access(case=self.case, what=CODE, purpose=form.cleaned_data["purpose"], user=request.user)
        return self.show_again(code=renew_code(case=self.case, by=request.user))


class ConcludeView(CaseView):
    """``POST`` how a remedy ended."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, remedy: int, **kwargs: Any) -> HttpResponse:
        row = self.case.remedies.filter(pk=remedy).first()
        if row is None or Act.REMEDY not in possible_acts(self.case.state, self.held):
            raise Http404
        form = ConcludeForm(request.POST, auto_id=auto_id_of(row))
        if form.is_valid():
            try:
                form.perform(row, request.user)
            except CaseRefused as error:
                form.add_error(None, str(error))
        if form.errors:
            messages.error(request, errors_of(form))
            return self.show_again(concluded={row.pk: form})
        messages.success(request, _("The result is on record."))
        return self.to_case()


def conclude_form(remedy: Remedy) -> ConcludeForm | None:
    """A form for the end of ``remedy``, which has not ended."""
    return None if remedy.concluded_on else ConcludeForm(auto_id=auto_id_of(remedy))


def auto_id_of(remedy: Remedy) -> str:
    """Forms of several remedies stand on one screen."""
    return f"id_remedy_{remedy.pk}_%s"


def errors_of(form: forms.Form) -> str:
    """All that is wrong with a form, in one sentence."""
    return "；".join(str(error) for errors in form.errors.values() for error in errors)
