"""One version of a place's look: adjust it, see whether it can be read, preview it, decide about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.tenancy.models import Unit
from disclosure_pages.public.links import Links
from disclosure_pages.tree.models import DisclosurePage
from themes.discovery import discovered
from themes.domain.drafting import adjust_draft, copy_as_draft, discard_draft
from themes.domain.starting import roll_back, schedule_version, start_version, unschedule_version, verdict_of
from themes.enums import VersionState
from themes.exceptions import CannotChoose
from themes.forms import AdjustForm, ScheduleForm, colours_of
from themes.models import ThemeVersion
from themes.models.version import COLOUR
from themes.previewing import preview_token, title_of
from themes.resolution import Choice, resolve
from themes.tokens import Mode

from .base import VersionScreen
from .words import PairLine, pair_lines


class VersionView(VersionScreen):
    """A draft can be adjusted; everything else is shown with what can be done about it."""

    template_name = "gongkai_themes/version.html"

    def get_page_title(self) -> str:
        return title_of(self.version.theme)

    @property
    def crumbs(self) -> list[dict[str, Any]]:
        return [*super().crumbs, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, version: int, **named: str) -> HttpResponse:
        return self.show(self.form())

    def post(self, request: HttpRequest, version: int, **named: str) -> HttpResponse:
        """One of the acts below; those of a draft save what stands in the form first."""
        act = next((name for name in ACTS if name in request.POST), "")
        if not act:
            raise Http404
        try:
            return ACTS[act](self)
        except CannotChoose as error:
            self.refuse(error)
            return redirect(self.url("version", self.version.pk))

    def show(self, form: AdjustForm, *, status: int = 200, schedule: ScheduleForm | None = None) -> HttpResponse:
        """The screen."""
        now = timezone.now()
        state = self.version.state(at=now, live=self.version.siblings.live(at=now))
        return self.answer(
            status,
            version=self.version,
            state=state,
            is_draft=state is VersionState.DRAFT,
            can_unschedule=state is VersionState.SCHEDULED,
            can_roll_back=state is VersionState.SUPERSEDED,
            form=form,
            schedule=schedule or ScheduleForm(),
            lines=lines_of(self.version),
            verdict_url=self.url("verdict", self.version.pk),
        )

    def save(self) -> HttpResponse | None:
        """Write the form into the draft; the screen with its errors when it cannot be."""
        if self.version.starts_at is not None:
            return None
        form = self.form(self.request.POST, self.request.FILES)
        if not form.is_valid():
            return self.show(form, status=400)
        adjust_draft(version=self.version, **form.values())
        return None

    def form(self, *data: Any) -> AdjustForm:
        """What is adjusted, beside the theme's own colours."""
        own = resolve(district=Choice(0, self.version.theme), installed=discovered().manifests).tokens[Mode.LIGHT]
        return AdjustForm(*data, version=self.version, own=dict(own))

    def go(self, sentence: str, name: str = "place", *args: Any) -> HttpResponse:
        """Say what was done, and go on."""
        messages.success(self.request, sentence)
        return redirect(self.url(name, *args))


def _save(view: VersionView) -> HttpResponse:
    return view.save() or view.go(_("The draft is saved."), "version", view.version.pk)


def _preview(view: VersionView) -> HttpResponse:
    if refused := view.save():
        return refused
    path = _public_path(view.place)
    address = Links(view.request).to(path) if path else "/"
    token = preview_token(version=view.version, user=view.person)
    parts = urlsplit(address)
    host = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    query = urlencode({"next": parts.path or "/"})
    return redirect(f"{host}{reverse('gongkai_theme:preview', args=[token])}?{query}")


def _public_path(place: Any) -> str:
    """A page that shows the look: the home of a city or district, the newest content of a unit."""
    if not isinstance(place, Unit):
        return place.root_page.url_path if place.root_page else ""
    newest = DisclosurePage.objects.public().of_unit(place).newest_first().first()
    return newest.url_path if newest is not None else _public_path(place.district)


def _start(view: VersionView) -> HttpResponse:
    if refused := view.save():
        return refused
    start_version(version=view.version, user=view.person)
    return view.go(_("The look is live."))


def _schedule(view: VersionView) -> HttpResponse:
    if refused := view.save():
        return refused
    form = ScheduleForm(view.request.POST)
    if not form.is_valid():
        return view.show(view.form(), status=400, schedule=form)
    schedule_version(version=view.version, at=form.cleaned_data["at"], user=view.person)
    return view.go(_("The look goes live at that time, by itself."))


def _unschedule(view: VersionView) -> HttpResponse:
    unschedule_version(version=view.version, user=view.person)
    return view.go(_("The schedule is taken back; the look is a draft again."), "version", view.version.pk)


def _roll_back(view: VersionView) -> HttpResponse:
    roll_back(version=view.version, user=view.person)
    return view.go(_("The earlier look is live again."))


def _copy(view: VersionView) -> HttpResponse:
    copy = copy_as_draft(version=view.version, user=view.person)
    return view.go(_("A draft that is like it is begun."), "version", copy.pk)


def _discard(view: VersionView) -> HttpResponse:
    discard_draft(version=view.version, user=view.person)
    return view.go(_("The draft is thrown away."))


ACTS: dict[str, Callable[[VersionView], HttpResponse]] = {
    "save": _save,
    "preview": _preview,
    "start": _start,
    "schedule": _schedule,
    "unschedule": _unschedule,
    "roll_back": _roll_back,
    "copy": _copy,
    "discard": _discard,
}


class VerdictView(VersionScreen):
    """Whether colours that are being chosen can be read: a piece of the screen above, asked for by its script."""

    def get(self, request: HttpRequest, version: int, **named: str) -> HttpResponse:
        asked = {name: value for name, value in colours_of(request.GET).items() if COLOUR.fullmatch(value)}
        tried = ThemeVersion(theme=self.version.theme, **asked)
        return render(request, "gongkai_themes/verdict.html", {"lines": lines_of(tried)})


def lines_of(version: ThemeVersion) -> list[PairLine]:
    """The verdict in words."""
    return pair_lines(verdict_of(version))
