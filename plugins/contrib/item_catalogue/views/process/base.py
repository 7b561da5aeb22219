"""What the screens share: whatever a person may not see is absent."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from plugins.api import AdminScreen
from plugins.contrib.item_catalogue.domain.process.people import Actor, actor_in
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Item
from plugins.contrib.item_catalogue.process.states import Act
from plugins.contrib.item_catalogue.process.transitions import EVERYBODY, roles_for

SPACE = "item-catalogue-admin"


class ProcessScreen(AdminScreen):
    """A screen for everybody who takes part; ``above`` are the breadcrumbs between the board and the screen."""

    roles = EVERYBODY
    header_icon = "tasks"
    page_title = _("Progress of the item catalogues")
    above: tuple[dict[str, Any], ...] = ()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        board = {"url": reverse(f"{SPACE}:board"), "label": _("Progress of the item catalogues")}
        here = {"url": "", "label": self.get_page_title()}
        steps = [*self.breadcrumbs_items, board, *self.above]
        return steps if here["label"] == board["label"] else [*steps, here]


class AssignmentScreen(ProcessScreen):
    """A screen of one assignment. ``needed`` is the act for which it is there; absent for people who never do it."""

    needed: ClassVar[Act | None] = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        visible = Assignment.objects.visible_to(request.user).filter(district__in=self.districts)
        related = visible.select_related("field", "district__city", "catalogue")
        self.assignment: Assignment = get_object_or_404(related, pk=kwargs["key"])
        if self.needed and not self.may(self.needed):
            raise Http404
        self.above = ({"url": self.assignment_url, "label": self.assignment},)

    @cached_property
    def actor(self) -> Actor:
        return actor_in(self.assignment, self.request.user)

    @property
    def assignment_url(self) -> str:
        return reverse(f"{SPACE}:assignment", args=[self.assignment.pk])

    def may(self, act: Act) -> bool:
        """Whether the person does it in any state."""
        return not roles_for(act).isdisjoint(self.actor.roles)

    def attempt(self, act: Callable[[], str]) -> bool:
        """Do it and show the sentence that it answers; what is refused is told. Answers whether it was done."""
        try:
            told = act()
        except ItemsRefused as error:
            messages.error(self.request, str(error))
            return False
        messages.success(self.request, told)
        return True


class ItemOfAssignment(AssignmentScreen):
    """A screen of one item."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        found = self.actor.items_of(self.assignment).with_details().select_related("progress", "unit")
        self.item: Item = get_object_or_404(found, identity=kwargs["identity"])

    def to_item(self, identity: uuid.UUID | None = None) -> HttpResponseRedirect:
        return redirect(f"{SPACE}:work", self.assignment.pk, identity or self.item.identity)
