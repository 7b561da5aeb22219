"""The form in two steps: fill in, then check and send. Between them the form itself carries what was typed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from plugins.api import Place
from plugins.contrib.requests.domain.submitting import GivenFile, Submitted, is_code_of, submit_case
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.protection.pending import PendingFile, forget, kept_of, signed
from plugins.contrib.requests.protection.receipts import ONCE, keep_receipt, new_once, receipt_of

from .asking import Asking
from .forms import ApplicationForm, carried_on
from .receipt import receipt
from .screens import district_of, screen, too_many
from .similar import similar_documents
from .summary import summary_of

#: What may be said in the address that leads to the form.
FROM_ADDRESS = ("unit", "title", "document_number")


@sensitive_post_parameters()
def apply(request: HttpRequest, place: Place) -> HttpResponse:
    """One address for all steps, so that nothing typed stands in any."""
    district = district_of(place)
    if request.method != "POST":
        given = {name: request.GET[name] for name in FROM_ADDRESS if name in request.GET}
        return _form(request, place, ApplicationForm(initial=given, district=district.pk))
    step = request.POST.get("step", "")
    if step == "answered":
        return _answered(request, place)
    if step == "send" and (submitted := _sent_before(request)) is not None:
        return receipt(request, place, submitted)
    refused = too_many(request, place, "send" if step == "send" else "check")
    if refused is None and request.FILES:
        refused = too_many(request, place, "files")
    if refused is not None:
        return refused
    form = ApplicationForm(request.POST, request.FILES, district=district.pk)
    if not form.is_valid() or step == "change":
        return _form(request, place, form, kept=carried_on(form))
    return _send(request, place, form) if step == "send" else _check(request, place, form, Asking.anew())


def _form(
    request: HttpRequest, place: Place, form: ApplicationForm, *, kept: list[PendingFile] | None = None
) -> HttpResponse:
    files = kept or []
    title = _("Apply for information")
    return screen(request, place, "apply", title=title, form=form, kept=files, pending=signed(files))


def _check(request: HttpRequest, place: Place, form: ApplicationForm, asking: Asking) -> HttpResponse:
    kept = carried_on(form)
    context: dict[str, Any] = {
        "form": form,
        "pending": signed(kept),
        "summary": summary_of(form, kept),
        "similar": similar_documents(request, place, form.cleaned_data),
        "once": request.POST.get(ONCE) or new_once(),
        "asking": asking,
    }
    return screen(request, place, "check", title=_("Check and send"), **context)


def _send(request: HttpRequest, place: Place, form: ApplicationForm) -> HttpResponse:
    asking = Asking.answered(request.POST)
    if asking.error:
        return _check(request, place, form, asking)
    kept, found = form.kept, form.cleaned_data
    files = [GivenFile(file.name, file.read()) for file in kept]
    submitted = submit_case(district=district_of(place), unit=found["unit"], answers=found, files=files)
    keep_receipt(request.POST, case=submitted.case.pk, code=submitted.code)
    forget(form.earlier)
    return receipt(request, place, submitted)


def _sent_before(request: HttpRequest) -> Submitted | None:
    """What this very form has made, as when its answer is loaded anew: the receipt comes again, and nothing is sent."""
    key, code = receipt_of(request.POST) or (0, "")
    case = Case.objects.select_related("district", "unit").filter(pk=key, erased_at=None).first()
    return Submitted(case, code) if case is not None and is_code_of(case, code) else None


def _answered(request: HttpRequest, place: Place) -> HttpResponse:
    """What was found is enough: nothing is sent, and nothing stays here."""
    forget(kept_of(request.POST.get("pending", "")))
    sentence = _("Nothing was sent, and nothing of what you wrote was kept.")
    return screen(request, place, "refused", title=_("Good that you found it"), sentence=sentence)
