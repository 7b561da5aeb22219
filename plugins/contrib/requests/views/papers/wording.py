"""The wording of letters: of a district for its disclosure office, of a city for its auditors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plugins.api import City, Role, districts_of
from plugins.contrib.requests.domain.letters import wording
from plugins.contrib.requests.enums import WordingLevel
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.letters.kinds import LETTER_KINDS, label_of
from plugins.contrib.requests.letters.variables import VARIABLES
from plugins.contrib.requests.process.transitions import OFFICE
from plugins.contrib.requests.views.desk.base import SPACE, DeskScreen

from .forms import WordingForm

CITY = frozenset[str]({Role.CITY_AUDITOR})


class WordingDesk(DeskScreen):
    """What both screens share: the cities and districts whose wording the person keeps."""

    roles = OFFICE | CITY
    header_icon = "doc-full"

    @cached_property
    def owners(self) -> dict[tuple[str, int], wording.Owner]:
        """By ``"city"`` or ``"district"`` and the key, cities first."""
        cities = City.objects.filter(pk__in=self._held(CITY).values("city"))
        found: dict[tuple[str, int], wording.Owner] = {("city", city.pk): city for city in cities}
        return found | {("district", one.pk): one for one in self._held(OFFICE).select_related("city")}

    def _held(self, roles: frozenset[str]) -> Any:
        return districts_of(self.request.user, roles).filter(pk__in=[one.pk for one in self.districts])

    def owner_of(self, level: str, key: str | int) -> wording.Owner:
        found = self.owners.get((level, int(key))) if str(key).isdecimal() else None
        if found is None:
            raise Http404
        return found

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Without the queue, which is not for auditors."""
        return [*self.breadcrumbs_items, *self.above, {"url": "", "label": self.get_page_title()}]


class WordingScreen(WordingDesk):
    """All letters of each city and district, with whose wording holds."""

    template_name = "gongkai_requests/papers/wording.html"
    page_title = gettext_lazy("Wording of letters")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lists = [_list_of(owner, level) for (level, _key), owner in self.owners.items()]
        return super().get_context_data(lists=lists, is_office=bool(self._held(OFFICE)), **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Approve the standard wording of all letters of ``owner`` (of ``level``) that wait."""
        owner = self.owner_of(request.POST.get("level", ""), request.POST.get("owner", ""))
        try:
            number = wording.approve_standard(owner=owner, user=request.user)
        except CaseRefused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("%(number)d letters are approved.") % {"number": number})
        return redirect(f"{SPACE}:wording")


def _list_of(owner: wording.Owner, level: str) -> dict[str, Any]:
    """Each letter with its state, its level and its address, and whether standard wording waits for approval."""
    name = f"{SPACE}:wording_of" if level == "district" else f"{SPACE}:city_wording_of"
    rows = [
        {
            "label": label_of(one.kind),
            "title": one.title,
            "is_approved": one.approved_by_id is not None,
            "level": wording.level_of(one, owner),
            "url": reverse(name, args=[owner.pk, one.kind]),
        }
        for one in wording.templates_of(owner)
    ]
    is_waiting = any(row["level"] == WordingLevel.STANDARD and not row["is_approved"] for row in rows)
    return {"owner": owner, "level": level, "rows": rows, "is_waiting": is_waiting}


class TemplateScreen(WordingDesk):
    """The wording of one kind of letter; ``POST`` saves it, approves it (``approve``), or gives it up (``drop``)."""

    template_name = "gongkai_requests/papers/template.html"
    level = "district"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.owner, self.kind = self.owner_of(self.level, kwargs["owner"]), kwargs["kind"]
        if self.kind not in dict(LETTER_KINDS):
            raise Http404
        self.above = ({"url": reverse(f"{SPACE}:wording"), "label": WordingScreen.page_title},)

    def get_page_title(self) -> str:
        return f"{self.owner} · {label_of(self.kind)}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        template = wording.template_of(self.owner, self.kind)
        level = wording.level_of(template, self.owner)
        written = {"title": template.title, "basis": template.basis, "body": template.body}
        kwargs.setdefault("form", WordingForm(initial=written))
        context = {
            "template_row": template,
            "level": level,
            "beneath": self._beneath() if template.pk and level != WordingLevel.CITY else None,
            "variables": list(VARIABLES.items()),
            "versions": template.history.select_related("history_user") if template.pk else [],
        }
        return super().get_context_data(**context, **kwargs)

    def _beneath(self) -> WordingLevel | None:
        """The level to which the owner can return, if its own wording differs from what it began as."""
        lower = wording.beneath(self.owner, self.kind)
        own = wording.template_of(self.owner, self.kind)
        level = wording.level_of(lower, self.owner)
        return None if level == WordingLevel.STANDARD and wording.is_standard(own) else level

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        of = {"owner": self.owner, "kind": self.kind, "user": request.user}
        if "approve" in request.POST:
            seen = request.POST.get("seen", "")
            return self._attempt(lambda: wording.approve_template(**of, seen=seen), _("The wording is approved."))
        if "drop" in request.POST:
            return self._attempt(lambda: wording.drop_template(**of), _("The own wording is given up."))
        form = WordingForm(request.POST)
        if form.is_valid():
            try:
                wording.write_template(**of, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, _("The wording is saved; it waits for approval."))
                return redirect(request.path)
        return self.render_to_response(self.get_context_data(form=form))

    def _attempt(self, act: Callable[[], Any], told: str) -> HttpResponse:
        try:
            act()
        except CaseRefused as error:
            messages.error(self.request, str(error))
        else:
            messages.success(self.request, told)
        return redirect(self.request.path)


class CityTemplateScreen(TemplateScreen):
    """The same for a city: what its districts have that write none of their own."""

    level = "city"
