"""Probes of what the settings name besides the database: cache, mail, task workers."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _

from search.admin_search.state import is_in_tokens
from search.engines.contract import EngineAway
from search.engines.registry import engine_named

from .probe import Missing

LOCAL_MAIL = ("console", "locmem", "filebased", "dummy")
LONGEST_WAIT = timedelta(minutes=5)


def cache_server() -> str:
    """The cache keeps what it is given."""
    key, value = f"gongkai.doctor.{secrets.token_hex(8)}", secrets.token_hex(8)
    remedy = _("Start the server, and look at CACHE_URL.")
    try:
        cache.set(key, value, timeout=10)
        kept = cache.get(key)
        cache.delete(key)
    except Exception as error:
        raise Missing(_("The cache does not answer: %(error)s") % {"error": error}, remedy) from error
    if kept != value:
        raise Missing(_("The cache loses what it is given."), remedy)
    return str(settings.CACHES["default"]["BACKEND"]).rpartition(".")[2]


def search_engine() -> str | None:
    """The engine that answers the public search can be reached, and has an index to answer from."""
    if not settings.SEARCH_ENGINE:
        return None
    try:
        serving = [state for state in engine_named(settings.SEARCH_ENGINE).indexes() if state.is_serving]
    except EngineAway as error:
        message = _("The search engine does not answer: %(error)s") % {"error": error}
        raise Missing(
            message, _("Start the cluster; look at ELASTICSEARCH_URLS and at the key or user for it.")
        ) from error
    if not serving:
        raise Missing(_("The search engine has no index yet."), _("Run: manage.py search rebuild"))
    return _("%(engine)s, %(count)s pages") % {"engine": settings.SEARCH_ENGINE, "count": serving[0].documents}


def admin_search() -> str | None:
    """The rows that explorer and choosers ask are cut like what is typed there; those of an earlier version are not."""
    is_cut = is_in_tokens()
    if is_cut is None:
        return None
    if not is_cut:
        message = _("The admin's search finds no Chinese titles: an earlier version wrote its index.")
        raise Missing(message, _("Run: manage.py update_index"))
    return _("finds parts of Chinese titles")


def mail_stays_here() -> bool:
    """Whether the configured backend only prints, keeps or drops what it should send."""
    return any(name in settings.EMAIL_BACKEND for name in LOCAL_MAIL)


def mail_server() -> str:
    """Mail leaves the machine; the workflow tells people by mail that work waits for them."""
    if mail_stays_here():
        raise Missing(
            _("Mail does not leave this machine (%(backend)s).") % {"backend": settings.EMAIL_BACKEND},
            _("Set EMAIL_URL, for instance smtp+tls://user:password@mail.example:587."),
        )
    try:
        with mail.get_connection():
            pass
    except OSError as error:
        raise Missing(
            _("The mail server does not answer: %(error)s") % {"error": error}, _("Look at EMAIL_URL.")
        ) from error
    return f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"


def task_worker() -> str | None:
    """Somebody takes the tasks: none has been waiting for long. Without tasks nothing can be said, and nothing is."""
    if "django_tasks_db" not in settings.TASKS["default"]["BACKEND"]:
        return None
    from django_tasks_db.models import DBTaskResult

    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=timezone.now() - LONGEST_WAIT).count()
    if waiting:
        raise Missing(
            _("%(count)s tasks have been waiting for more than five minutes.") % {"count": waiting},
            _("Start a worker: manage.py db_worker"),
        )
    return _("no task is waiting")
