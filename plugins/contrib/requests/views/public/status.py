"""The state of a case for its applicant: by code and contact, which are sent as a form and stand in no address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from plugins.api import Place, city_screen
from plugins.contrib.requests.domain.announcing import address_of_case
from plugins.contrib.requests.domain.finding import find_case
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.protection.pending import PendingFile, kept_of, signed
from plugins.contrib.requests.protection.receipts import new_once
from plugins.contrib.requests.protection.tracking import is_well_formed

from .fields import ask_for_the_missing
from .passes import pass_for
from .progress import progress_of
from .screens import districts_everywhere, districts_of_city, screen, too_many


class CodeForm(forms.Form):
    """What opens a case."""

    code = forms.CharField(
        label=gettext_lazy("Tracking code"),
        max_length=60,
        help_text=gettext_lazy("From your receipt; capitals, spaces and hyphens do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    contact = forms.CharField(
        label=gettext_lazy("Phone or mail address"),
        max_length=200,
        help_text=gettext_lazy(
            "The one that you gave with the application; if you gave none, the name of the applicant."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, label_suffix="", **kwargs)  # type: ignore[arg-type,misc]  # as Django takes them
        ask_for_the_missing(self)

    def clean_code(self) -> str:
        """A slip of the pen is told without looking for a case, and so says nothing about any."""
        code: str = self.cleaned_data["code"]
        if not is_well_formed(code):
            raise forms.ValidationError(_("A character is wrong or missing. Compare it with your receipt once more."))
        return code


@city_screen
@sensitive_post_parameters()
def status(request: HttpRequest, place: Place) -> HttpResponse:
    """The form; after it the case, or one answer for everything that is wrong."""
    if request.method != "POST":
        return ask_for_code(request, place, CodeForm())
    refused = too_many(request, place, "status")
    if refused is not None:
        return refused
    form = CodeForm(request.POST)
    if not form.is_valid():
        return ask_for_code(request, place, form)
    here = [district.pk for district in districts_of_city(place)]
    given = {name: form.cleaned_data[name] for name in ("code", "contact")}
    case = find_case(**given, districts=districts_everywhere())
    if case is None:
        form.add_error(None, _("There is no application with this code and this contact. Please compare both."))
        return ask_for_code(request, place, form)
    if case.district_id not in here:
        return show_way(request, place, case)
    text, kept = request.POST.get("text", ""), kept_of(request.POST.get("pending", ""))
    said = _("What you wrote stands below and is not sent yet.") if text or kept else ""
    return show_case(request, place, case, said=said, text=text, kept=kept)


def show_way(request: HttpRequest, place: Place, case: Case) -> HttpResponse:
    """The way to a case of another city, as to one that was passed on there; for whoever knows code and contact.

    Code and contact are asked for there once more: they stand in no address.
    """
    context: dict[str, Any] = {
        "district": case.district,
        "address": address_of_case(case),
        "text": request.POST.get("text", ""),
    }
    return screen(request, place, "elsewhere", title=_("Your application is with another authority"), **context)


def ask_for_code(
    request: HttpRequest, place: Place, form: forms.Form, *, said: str = "", **carried: str
) -> HttpResponse:
    """The form for code and contact; ``carried`` are ``text`` and ``pending`` of somebody whose pass has ended."""
    given = {name: request.POST.get(name, "") for name in ("text", "pending")} | carried
    return screen(request, place, "status", title=_("State of an application"), form=form, said=said, carried=given)


def show_case(
    request: HttpRequest,
    place: Place,
    case: Case,
    *,
    said: str = "",
    wrong: str = "",
    text: str = "",
    kept: Sequence[PendingFile] = (),
) -> HttpResponse:
    """The case for its applicant; ``said`` is what was done, ``wrong`` why it was not, of ``text`` and ``kept``."""
    context: dict[str, Any] = {
        "case": case,
        "pass": pass_for(case),
        "progress": progress_of(case),
        "said": said,
        "wrong": wrong,
        "text": text,
        "kept": kept,
        "pending": signed(kept),
        "once": new_once(),
    }
    return screen(request, place, "case", title=_("Your application"), **context)
