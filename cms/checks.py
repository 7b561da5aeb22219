"""System checks: what would make an installation unsafe or useless. The README lists the ids.

Those with ``deploy=True`` run with ``manage.py check --deploy`` only.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views.static import serve

from cms.doctor.servers import mail_stays_here
from cms.translation.catalogues import catalogue_files
from disclosure_pages.tree.gate import has_keeper

SHORTEST_SECRET = 50
PLACEHOLDER_SECRETS = ("only-for-tests", "django-insecure", "change", "secret")
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


@register(Tags.security, deploy=True)
def check_secret_key(**kwargs: Any) -> list[CheckMessage]:
    """Sessions, tokens and password resets are signed with it."""
    try:
        secret = settings.SECRET_KEY
    except ImproperlyConfigured:  # Django's word for an empty one
        secret = ""
    if len(secret) >= SHORTEST_SECRET and not secret.lower().startswith(PLACEHOLDER_SECRETS):
        return []
    hint = _("Set SECRET_KEY to at least 50 random characters, and keep it out of the repository.")
    return [Error(_("The secret key is a placeholder or too short."), hint=hint, id="gongkai.E001")]


@register(Tags.security, deploy=True)
def check_debug(**kwargs: Any) -> list[CheckMessage]:
    """Debug pages show settings and data to everybody."""
    if not settings.DEBUG:
        return []
    return [Error(_("Debug mode is on."), hint=_("Use cms.settings.production."), id="gongkai.E002")]


@register(Tags.security, deploy=True)
def check_hosts(**kwargs: Any) -> list[CheckMessage]:
    """A forged Host header ends in links of mails and in caches."""
    if settings.ALLOWED_HOSTS and "*" not in settings.ALLOWED_HOSTS:
        return []
    hint = _("Set ALLOWED_HOSTS to the host names of the site, separated by commas.")
    return [Error(_("Every host name, or none, is allowed."), hint=hint, id="gongkai.E003")]


@register(Tags.database)
def check_sqlite_options(**kwargs: Any) -> list[CheckMessage]:
    """Without them a reader blocks the writer, and two writers fail instead of queueing."""
    if connection.vendor != "sqlite":
        return []
    options = connection.settings_dict["OPTIONS"]
    if options.get("transaction_mode") == "IMMEDIATE" and "journal_mode=WAL" in options.get("init_command", ""):
        return []
    hint = _("Build DATABASES with cms.settings.database.database_config.")
    return [Error(_("SQLite runs without WAL or IMMEDIATE transactions."), hint=hint, id="gongkai.E004")]


@register(Tags.security)
def check_keeper(**kwargs: Any) -> list[CheckMessage]:
    """Nothing becomes public without a keeper of the gate, so a site without one is of no use."""
    if has_keeper():
        return []
    hint = _("Put disclosure_pages.clearance back into INSTALLED_APPS.")
    return [Error(_("Nobody decides what may be published."), hint=hint, id="gongkai.E005")]


@register(Tags.security, deploy=True)
def check_demo_people(**kwargs: Any) -> list[CheckMessage]:
    """The demo prints the passwords of its people on the screen."""
    try:
        people = get_user_model()._default_manager.filter(is_demo=True, is_active=True).count()
    except DatabaseError:  # not migrated yet, so there is nobody
        return []
    if not people:
        return []
    hint = _("Deactivate them, or start from an empty database: the demo is not a way to install.")
    message = _("%(count)d demo accounts can sign in.") % {"count": people}
    return [Error(message, hint=hint, id="gongkai.E006")]


@register(Tags.security, deploy=True)
def check_base_url(**kwargs: Any) -> list[CheckMessage]:
    """Links in mails begin with it."""
    url = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if url.scheme == "https" and url.hostname not in LOCAL_HOSTS:
        return []
    hint = _("Set BASE_URL to the https address of the site.")
    return [Error(_("The base URL is not an https address of a server."), hint=hint, id="gongkai.E007")]


@register(Tags.security, deploy=True)
def check_mail(**kwargs: Any) -> list[CheckMessage]:
    """The workflow tells people by mail that work waits for them, or was returned."""
    if not mail_stays_here():
        return []
    hint = _("Set EMAIL_URL, for instance smtp+tls://user:password@mail.example:587.")
    return [Error(_("Mail does not leave the machine."), hint=hint, id="gongkai.E008")]


@register(Tags.security)
def check_uploads_are_private(**kwargs: Any) -> list[CheckMessage]:
    """Attachments of pages that are not public are served by a view that knows who may see them, and by that only."""
    media, static = Path(settings.MEDIA_ROOT).resolve(), Path(settings.STATIC_ROOT).resolve()
    overlap = media == static or media in static.parents or static in media.parents
    direct = settings.WAGTAILDOCS_SERVE_METHOD != "serve_view"
    if not (overlap or direct or _is_served_as_is(f"{settings.MEDIA_URL}probe")):
        return []
    hint = _("Keep MEDIA_ROOT outside STATIC_ROOT, route nothing to MEDIA_URL, and serve documents through the view.")
    return [Error(_("Uploaded files can be read without asking who may."), hint=hint, id="gongkai.E009")]


@register(Tags.translation)
def check_translations(**kwargs: Any) -> list[CheckMessage]:
    """Without compiled catalogues the site speaks English."""
    if all(file.is_compiled() for file in catalogue_files(settings.LOCALE_PATHS)):
        return []
    hint = _("Run manage.py translations compile as a user who may write there.")
    return [checks.Warning(_("The Chinese catalogues are not compiled."), hint=hint, id="gongkai.W001")]


@register(Tags.caches, deploy=True)
def check_shared_cache(**kwargs: Any) -> list[CheckMessage]:
    """Processes that do not share a cache show readers what another one has already replaced."""
    if settings.SERVER_PROCESSES == 1 or "locmem" not in settings.CACHES["default"]["BACKEND"]:
        return []
    hint = _("Set CACHE_URL to a Redis or Valkey server, or WEB_CONCURRENCY to 1.")
    return [checks.Warning(_("Several server processes have a cache each."), hint=hint, id="gongkai.W002")]


@register(Tags.security, deploy=True)
def check_task_backend(**kwargs: Any) -> list[CheckMessage]:
    """Tasks that run inside the request make the reader wait, and are lost with it."""
    if "immediate" not in settings.TASKS["default"]["BACKEND"]:
        return []
    hint = _("Use cms.settings.production and run manage.py db_worker.")
    return [checks.Warning(_("Tasks run inside the request that starts them."), hint=hint, id="gongkai.W003")]


@register(Tags.security, deploy=True)
def check_second_factor(**kwargs: Any) -> list[CheckMessage]:
    """A password alone is what is stolen most often."""
    if settings.SECOND_FACTOR_REQUIRED:
        return []
    hint = _("Set SECOND_FACTOR_REQUIRED to true; people set an authenticator up when they next sign in.")
    return [checks.Warning(_("A password is enough to sign in."), hint=hint, id="gongkai.W004")]


def _is_served_as_is(path: str) -> bool:
    try:
        return resolve(path).func is serve
    except Resolver404:
        return False
