"""Hide a former edition, or show it again: acts of the disclosure office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets import AdminAutoHeightTextInput

from cms.people.models import User
from disclosure_pages.clearance.forms.acts import ActForm
from disclosure_pages.clearance.views.acts import ActView
from disclosure_pages.clearance.views.found import signed_in
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.domain import editions
from disclosure_pages.library.models import Edition

from .editions import TITLE, contents_crumb


class EditionActForm(ActForm):
    """Why; the public is not told."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=AdminAutoHeightTextInput(attrs={"rows": 3}),
        max_length=300,
        help_text=gettext_lazy("Recorded in the history of the document; not shown to the public."),
    )

    field_order = ("reason", "confirm")

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        self.edition = edition
        super().__init__(*args, **kwargs)

    def arguments(self) -> dict[str, Any]:
        return {"edition": self.edition, "reason": self.cleaned_data["reason"]}


def hide(*, page: PolicyDocument, edition: Edition, user: User, reason: str) -> None:
    """The act of the screen; the page goes along with the edition."""
    editions.hide_edition(edition=edition, user=user, reason=reason)


def show(*, page: PolicyDocument, edition: Edition, user: User, reason: str) -> None:
    """The act of the screen; the page goes along with the edition."""
    editions.show_edition(edition=edition, user=user, reason=reason)


class EditionActView(ActView):
    """An act on one edition, for the disclosure office of the document's district."""

    template_name = "gongkai_library/admin/edition_act.html"
    form_class = EditionActForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super(ActView, self).setup(request, *args, **kwargs)
        self.page = get_object_or_404(PolicyDocument, pk=kwargs["page_id"])
        if not editions.may_hide_editions(page=self.page, user=signed_in(request)):
            raise Http404
        self.all_editions = Edition.objects.of(self.page).without_text()
        self.edition: Edition = get_object_or_404(self.all_editions, number=kwargs["number"])

    @cached_property
    def list_url(self) -> str:
        """The list of editions."""
        return reverse("gongkai_editions:list", args=[self.page.pk])

    @cached_property
    def next_url(self) -> str:
        """Where the person came from, or the list of editions."""
        return get_valid_next_url_from_request(self.request) or self.list_url

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            contents_crumb(),
            {"url": self.list_url, "label": TITLE},
            {"url": "", "label": self.page_title},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "edition": self.edition}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(edition=self.edition, **kwargs)


class HideEditionView(EditionActView):
    perform = hide
    page_title = gettext_lazy("Hide an edition")
    header_icon = "no-view"
    explanation = gettext_lazy(
        "The public reads the text of this edition no more, nor compares it with another. That there was an edition, "
        "and since when, is still told. The text stays in the versions of the document."
    )
    done = gettext_lazy("An edition of “%(title)s” is not shown any more.")
    is_serious = True

    @property
    def refusal(self) -> str:
        return editions.refusal_to_hide(self.edition, among=self.all_editions)


class ShowEditionView(EditionActView):
    perform = show
    page_title = gettext_lazy("Show an edition again")
    header_icon = "view"
    explanation = gettext_lazy("Everybody can read the text of this edition again, and compare it with others.")
    done = gettext_lazy("An edition of “%(title)s” is shown again.")

    @property
    def refusal(self) -> str:
        return editions.refusal_to_show(self.edition, among=self.all_editions)
