"""Letters to people about content: written in the site's language, sent once the act has been committed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from .tasks import deliver_letters

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cms.people.models import User

#: Kind of letter → the choice that people have about it in their account (Wagtail's names).
PREFERENCES = {
    "to_review": "submitted_notifications",
    "returned": "rejected_notifications",
    "published": "approved_notifications",
    "scheduled": "approved_notifications",
    "held": "approved_notifications",
    "not_public": "approved_notifications",
}


_is_silent = ContextVar("is_silent", default=False)


@contextmanager
def silence() -> Iterator[None]:
    """Write no letters within the block: for acts that are told of otherwise, or that nobody waits for."""
    token = _is_silent.set(True)
    try:
        yield
    finally:
        _is_silent.reset(token)


def are_written() -> bool:
    """Whether letters are written now; asked first by those who would work long on one."""
    return not _is_silent.get()


def admin_url(name: str, *args: Any) -> str:
    """Absolute address of a screen of the admin."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse(name, args=args)}"


def write_letters(*, kind: str, people: QuerySet[User], subject: Any, link: str = "", **context: Any) -> None:
    """Write ``mail/<kind>.txt`` to all of ``people`` who have an address and want such letters.

    Sent on commit, by the task backend: whatever goes wrong with mail goes wrong after the act.
    """
    if not are_written():
        return
    readers = people.filter(is_active=True).exclude(email="")
    if kind in PREFERENCES:
        readers = readers.exclude(**{f"wagtail_userprofile__{PREFERENCES[kind]}": False})
    addresses = sorted(set(readers.values_list("email", flat=True)))
    if not addresses:
        return
    with translation.override(settings.LANGUAGE_CODE):
        line = " ".join(str(subject).split())
        body = render_to_string(
            f"gongkai_clearance/mail/{kind}.txt", {"link": link, "site": settings.WAGTAIL_SITE_NAME, **context}
        )
    send = partial(deliver_letters.enqueue, subject=line, body=body, addresses=addresses)
    transaction.on_commit(send, robust=True)
