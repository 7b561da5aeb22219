"""What the screens of the desk share: a case that a person does not handle is absent."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plugins.api import AdminScreen
from plugins.contrib.requests.domain.handling.actors import roles_towards
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.transitions import DESK
from plugins.contrib.requests.querysets import CaseQuerySet

SPACE = "requests-admin"


class DeskScreen(AdminScreen):
    """A screen for those who handle cases; ``above`` are the breadcrumbs between the queue and the screen."""

    roles = DESK
    header_icon = "mail"
    page_title = _("Desk of applications")
    above: tuple[dict[str, Any], ...] = ()

    @property
    def cases(self) -> CaseQuerySet:
        """Every case that the person handles where the plug-in is on."""
        handled: CaseQuerySet = Case.objects.handled_by(self.request.user).filter(district__in=self.districts)
        return handled

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        queue = {"url": reverse(f"{SPACE}:queue"), "label": DeskScreen.page_title}
        here = {"url": "", "label": self.get_page_title()}
        steps = [*self.breadcrumbs_items, queue, *self.above]
        return steps if here["label"] == queue["label"] else [*steps, here]


class CaseScreen(DeskScreen):
    """A screen of one case."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.case: Case = get_object_or_404(self.cases.select_related("district", "unit"), pk=kwargs["key"])

    @cached_property
    def held(self) -> frozenset[str]:
        """The roles in which the person acts on the case."""
        return roles_towards(self.case, self.request.user)

    @property
    def case_url(self) -> str:
        return reverse(f"{SPACE}:case", args=[self.case.pk])

    def to_case(self) -> HttpResponseRedirect:
        return redirect(self.case_url)
