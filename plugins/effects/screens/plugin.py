"""One plug-in: what it does, where it is on, what it counts, what troubles it; and the acts on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.tenancy.models import District
from plugins import incidents
from plugins.domain.overview import Presence
from plugins.domain.switching import CannotSwitch, disable, enable
from plugins.effects.availability import kinds_of_plugins
from plugins.effects.measuring import figures
from plugins.manifest import Level
from plugins.models import Delivery, Incident, JobRun

from .base import OnePluginView


@dataclass(frozen=True)
class Place:
    """A district, or the whole installation (no district), where the person may switch the plug-in."""

    district: District | None
    is_on: bool

    @property
    def label(self) -> str:
        """For people."""
        return self.district.name if self.district is not None else _("Whole installation")


class PluginView(OnePluginView):
    """Figures and pages of the person's own districts."""

    template_name = "gongkai_plugins/plugin.html"

    @property
    def places(self) -> list[Place]:
        """Where the person may switch it: by its level, or where it is on if that is not known any more."""
        state, on = self.state, {district.pk for district in self.state.on_in}
        if state.level == Level.INSTALLATION or (not state.level and state.is_on_everywhere):
            return [Place(None, state.is_on_everywhere)] if self.may_switch(None) else []
        here = [Place(district, district.pk in on) for district in self.districts]
        return here if state.presence is Presence.READY else [place for place in here if place.is_on]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        name, keys = self.state.name, [district.pk for district in self.districts]
        return super().get_context_data(
            state=self.state,
            places=self.places,
            figures=self._figures(),
            kinds=self._kinds(keys),
            runs=self._of_own_districts(JobRun.objects.filter(plugin=name)),
            late=self._of_own_districts(Delivery.objects.filter(plugin=name).exclude(error=""))[:20],
            incidents=Incident.objects.filter(plugin=name) if self.is_tending else (),
            is_tending=self.is_tending,
            **kwargs,
        )

    def _of_own_districts(self, rows: Any) -> Any:
        """Those of the person's districts and of the whole installation; all of them for who looks after it."""
        own = Q() if self.is_tending else Q(district=None) | Q(district__in=self.districts)
        return rows.filter(own).select_related("district")

    def _figures(self) -> list[Any]:
        today, own = timezone.localdate(), {district.slug: district.name for district in self.districts}
        found = figures(since=today.replace(month=1, day=1), until=today, plugin=self.state.name)
        return [(own[figure.district], figure) for figure in found if figure.district in own]

    def _kinds(self, districts: list[int]) -> list[tuple[str, int]]:
        kinds = [kind for kind, manifest in kinds_of_plugins().items() if manifest.name == self.state.name]
        return [
            (str(kind._meta.verbose_name_plural), kind.objects.filter(district__in=districts).count()) for kind in kinds
        ]


class SwitchView(OnePluginView):
    """``POST`` with ``is_on`` (``yes``, ``no``) and ``district`` (its key, empty for the installation)."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, name: str) -> HttpResponse:
        district = self._district(request.POST.get("district", ""))
        if not self.may_switch(district):
            raise Http404
        act = enable if request.POST.get("is_on") == "yes" else disable
        try:
            act(name, district=district, user=self.person)
        except CannotSwitch as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _said(act is enable) % {"name": self.state.title})
        return redirect("gongkai_plugins:plugin", name)

    def _district(self, key: str) -> District | None:
        if not key:
            return None
        found = next((district for district in self.districts if str(district.pk) == key), None)
        if found is None:
            raise Http404
        return found


class ForgetView(OnePluginView):
    """``POST``: somebody has looked at the incidents."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, name: str) -> HttpResponse:
        if not self.is_tending:
            raise Http404
        incidents.forget(plugin=self.state.name)
        messages.success(request, _("The incidents are off the list."))
        return redirect("gongkai_plugins:plugin", name)


def _said(is_on: bool) -> str:
    return _("“%(name)s” is on.") if is_on else _("“%(name)s” is off. What it kept is kept.")
