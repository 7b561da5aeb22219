"""What the screens of this room share. What a person may not see answers 404, before anything else happens."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar, cast

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.people.models import User
from cms.registers.sheets import CONTENT_TYPES
from disclosure_pages.clearance.held_roles import held_roles
from disclosure_pages.rounds.models import ReviewRound

ROUND_ICON = "clipboard-list"


class RoundsView(WagtailAdminTemplateMixin, View):
    """A screen in Wagtail's frame, for people with one of ``roles``."""

    roles: ClassVar[tuple[str, ...]] = ()
    page_title: Any = _("Review rounds")
    header_icon = ROUND_ICON
    index_url_name: ClassVar[str] = "gongkai_rounds:index"
    index_label: ClassVar[Any] = _("Review rounds")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if self.roles and not held_roles(request) & set(self.roles):
            raise Http404

    @property
    def person(self) -> User:
        """Whoever looks; nobody comes this far without an account."""
        return cast(User, self.request.user)

    def answer(self, status: int = 200, **context: Any) -> HttpResponse:
        """The screen with ``context``; 4xx when it tells of something that the person must mend."""
        response: HttpResponse = self.render_to_response(self.get_context_data(**context))
        response.status_code = status
        return response

    @property
    def crumbs_above(self) -> list[dict[str, Any]]:
        """Steps between the list and this screen."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index, here = {"url": reverse(self.index_url_name), "label": self.index_label}, self.get_page_title()
        steps = [*self.breadcrumbs_items, index, *self.crumbs_above]
        is_named = steps[-1]["label"] == here
        return steps if is_named else [*steps, {"url": "", "label": here, "sublabel": self.get_page_subtitle()}]


class RoundView(RoundsView):
    """A screen of one round."""

    @cached_property
    def review_round(self) -> ReviewRound:
        """The round that the address names, if the person may look at it."""
        rounds = ReviewRound.objects.visible_to(self.person).select_related("district", "opened_by", "result_page")
        found: ReviewRound = get_object_or_404(rounds, pk=self.kwargs["round_id"])
        return found

    @cached_property
    def is_office(self) -> bool:
        """Whether the person prepares and decides this round."""
        return ReviewRound.objects.managed_by(self.person).filter(pk=self.review_round.pk).exists()

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the right before anything else."""
        _allowed = self.review_round
        return super().dispatch(*args, **kwargs)

    def get_page_subtitle(self) -> str:
        return ""

    def url(self, name: str) -> str:
        """Address of another screen of the round."""
        return reverse(f"gongkai_rounds:{name}", args=[self.review_round.pk])

    @property
    def crumbs_above(self) -> list[dict[str, Any]]:
        return [{"url": self.url("round"), "label": self.review_round.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(review_round=self.review_round, is_office=self.is_office, **kwargs)


class OfficeRoundView(RoundView):
    """A screen for those who prepare and decide the round; absent for all others."""

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_office:
            raise Http404
        return super().dispatch(*args, **kwargs)


class FormScreen(FormView):
    """A form whose act may be refused; the refusal comes back on the form, and nothing that was typed is lost."""

    def act(self, form: Any) -> Any:
        """Carry it out; may raise ``PermissionDenied`` or ``ValidationError``."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return self.done(self.act(form))
        except ValidationError as error:
            for message in error.messages:
                form.add_error(None, message)
            return self.form_invalid(form)
        except PermissionDenied as error:
            form.add_error(None, str(error))
            return self.form_invalid(form, status=409)

    def done(self, result: Any) -> HttpResponse:
        """Where the person goes next."""
        raise NotImplementedError

    def form_invalid(self, form: Any, status: int = 400) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)


def say_refusal(request: HttpRequest, error: Exception) -> None:
    """Show why something was refused, at the top of the next screen."""
    text = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
    messages.error(request, text)


def workbook(content: bytes, *, name: str) -> HttpResponse:
    """A download; names are ASCII."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    return HttpResponse(content, content_type=CONTENT_TYPES["xlsx"], headers=headers)
