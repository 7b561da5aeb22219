"""A look before it is public: a signed link begins it, a signed cookie goes on with it on that host for an hour.

The link names the version and who may see it, and is good for minutes; it works on the host of the district too, where
nobody has a session of the admin. Nothing that is shown under a preview is kept for others.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import HttpRequest, HttpResponse

from cms.people.models import User
from disclosure_pages.public.place import Place

from .discovery import discovered
from .models import ThemeVersion
from .resolution import Choice
from .rules import LINK_SECONDS, PREVIEW_COOKIE, PREVIEW_SALT, PREVIEW_SECONDS

_COOKIE_SALT = f"{PREVIEW_SALT}.cookie"
_REMEMBERED = "_gongkai_theme_preview"


class Preview(NamedTuple):
    """What a link and a cookie say: keys of the version, and of who looks."""

    version: int
    user: int


def preview_token(*, version: ThemeVersion, user: Any) -> str:
    """What a link of a preview holds."""
    return signing.dumps([version.pk, user.pk], salt=PREVIEW_SALT)


def begin(response: HttpResponse, token: str, *, secure: bool) -> None:
    """Let the browser go on with the preview of ``token``. Raises ``signing.BadSignature`` for one that is not good."""
    asked = signing.loads(token, salt=PREVIEW_SALT, max_age=LINK_SECONDS)
    value = signing.dumps(asked, salt=_COOKIE_SALT)
    response.set_cookie(PREVIEW_COOKIE, value, max_age=PREVIEW_SECONDS, secure=secure, httponly=True, samesite="Lax")


def end(response: HttpResponse) -> None:
    """Show what everybody sees again."""
    response.delete_cookie(PREVIEW_COOKIE, samesite="Lax")


def is_previewing(request: HttpRequest) -> bool:
    """Whether the request carries a preview that is good: no query."""
    return _preview_of(request) is not None


def previewed_choice(request: HttpRequest, place: Place, *, unit_id: int | None) -> tuple[str, Choice] | None:
    """What is previewed and of which level, if that concerns ``place`` and who began the preview still designs it."""
    preview = _preview_of(request)
    if preview is None:
        return None
    user = User.objects.filter(pk=preview.user).first() or AnonymousUser()
    version = ThemeVersion.objects.designed_by(user).filter(pk=preview.version).first()
    here = {"unit": unit_id, "district": place.district_id, "city": place.city_id}
    level = next((name for name, key in here.items() if version and key and getattr(version, f"{name}_id") == key), "")
    return (level, version.as_choice(title=title_of(version.theme))) if version and level else None


def title_of(theme: str) -> str:
    """What a theme is called; its name where it is not installed."""
    manifest = discovered().manifests.get(theme)
    return manifest.title if manifest else theme


def _preview_of(request: HttpRequest) -> Preview | None:
    if PREVIEW_COOKIE not in request.COOKIES:
        return None
    if not hasattr(request, _REMEMBERED):
        setattr(request, _REMEMBERED, _read(request.COOKIES[PREVIEW_COOKIE]))
    found: Preview | None = getattr(request, _REMEMBERED)
    return found


def _read(value: str) -> Preview | None:
    try:
        return Preview(*signing.loads(value, salt=_COOKIE_SALT, max_age=PREVIEW_SECONDS))
    except (signing.BadSignature, TypeError):
        return None
