"""The door of the admin: an address that names something the person may not see answers like one that names nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found
from wagtail.admin import messages
from wagtail.exceptions import PageClassNotFoundError
from wagtail.models import Page

from .objects import sees
from .routes import CLOSED, named_objects

View = Callable[[HttpRequest], HttpResponseBase]


class DeniedIsAbsentMiddleware:
    """Look at the objects that an address of the admin names before its view does.

    Wagtail answers 404 for what is absent but sends people home with a message for what is denied, so that its
    existence can be told. People who are not signed in are sent to the sign-in in both cases.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        """Answer in the view's place when something named is not there for this person."""
        match = request.resolver_match
        if match is None or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        user = request.user
        if not user.is_authenticated:
            return None
        closed = match.view_name in CLOSED and not user.is_superuser
        if not closed and all(sees(user, kind, key) for kind, key in named_objects(match, request.GET)):
            return None
        return absent(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Two things that Wagtail takes for granted: that a form is whole, and that the class of a page is there."""
        if isinstance(exception, MultiValueDictKeyError):
            return HttpResponseBadRequest(_("The form is not complete."))
        if isinstance(exception, PageClassNotFoundError):
            return without_class(request)
        return None


def without_class(request: HttpRequest) -> HttpResponse:
    """Back to the list, with the reason: the kind of page comes from something that is not installed any more."""
    page = get_object_or_404(Page, pk=request.resolver_match.kwargs["page_id"])  # type: ignore[union-attr]
    text = _("“%(title)s” cannot be edited: its kind of page comes from a plug-in that is not installed any more.")
    messages.error(request, text % {"title": page.title})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def absent(request: HttpRequest) -> HttpResponse:
    """Wagtail's own answer to an address of the admin that leads nowhere."""
    response = page_not_found(request, Http404(), template_name="wagtailadmin/404.html")
    add_never_cache_headers(response)
    return response
