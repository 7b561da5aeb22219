"""Where a second factor is required, a session without one is nobody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse


class SecondFactorMiddleware:
    """Lead people who have no authenticator to the screen that sets one up, and treat them as strangers elsewhere.

    Who has one gave a code at sign-in. Public requests carry no session and pay nothing for this.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SECOND_FACTOR_REQUIRED and SESSION_KEY in request.session and not _is_verified(request):
            if request.path == reverse("wagtailadmin_home"):
                return HttpResponseRedirect(reverse("gongkai_second_factor:set_up"))
            if request.path not in self._open_paths():
                request.user = AnonymousUser()
        return self.get_response(request)

    def _open_paths(self) -> list[str]:
        return [reverse("gongkai_second_factor:set_up"), reverse("wagtailadmin_logout"), reverse("wagtailadmin_login")]


def _is_verified(request: HttpRequest) -> bool:
    user: Any = request.user  # OTPMiddleware, which stands before this one, adds the method
    return bool(user.is_verified())
