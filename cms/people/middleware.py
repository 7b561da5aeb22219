"""Rights follow the calendar: a membership that starts or ends today counts from the first request of the day."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from .domain.groups import sync_rights
from .models import User


class RightsOfTheDayMiddleware:
    """Work out a signed-in person's groups once a day, before any view looks at them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Only a request that carries a session can be somebody's: the public pays nothing for this.
        if request.COOKIES and hasattr(request, "session") and request.session.session_key:
            user = request.user
            if isinstance(user, User) and user.rights_synced_on != timezone.localdate():
                sync_rights(user=user)
        return self.get_response(request)
