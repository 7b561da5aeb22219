"""Applicants who gave a mail address learn that there is news on the status page, and nothing of what it is.

Mail is read on the way: it has the number of the application and the address of the page, where code and contact are
asked for; no name, no code, no word of what is asked for or answered.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from plugins.api import Links
from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.models import Case, CaseEvent, Letter

from .following import case_now
from .given_files import letters_for_applicant
from .telling import INTERNAL

logger = logging.getLogger("gongkai.requests")

#: Not in the log of applicants, whose letter tells it; the state of the case is there to be seen.
_SEEN: Final = frozenset({EventKind.DECIDED})


def announce(event: CaseEvent) -> None:
    """Mail the applicant once the transaction is through, if they see ``event`` and it is not theirs.

    What goes wrong then is logged and undoes nothing.
    """
    is_seen = event.kind not in INTERNAL or event.kind in _SEEN
    if event.by_id is not None and is_seen:
        _mail_later(event.case)


def announce_letter(letter: Letter) -> None:
    """Mail of an issued letter, if the applicant has it from now on: that of a decision is served first."""
    if letters_for_applicant(letter.case).filter(pk=letter.pk).exists():
        _mail_later(letter.case)


def _mail_later(case: Case) -> None:
    if case.email:
        transaction.on_commit(partial(mail_news.enqueue, key=case.pk), robust=True)


@task()
def mail_news(*, key: int) -> bool:
    """Send the mail of the case ``key``, in the language of the site; whether it left.

    It leads to where the case is when the mail goes out.

    No address waits in the queue of tasks: it is read when the mail goes out.
    """
    case = Case.objects.select_related("district__root_page").filter(pk=key, erased_at=None).first()
    address = _address_for(case) if case else ""
    if case is None or not address or not case.email:
        return False
    with override(settings.LANGUAGE_CODE):
        letter = EmailMessage(_subject(case), _body(address), to=[case.email], headers=_HEADERS)
    try:
        return bool(letter.send())
    except Exception as error:
        # The words of a mail server may repeat the address.
        logger.error("news of a case were not mailed", extra={"case": key, "error": type(error).__name__})
        return False


def _address_for(case: Case) -> str:
    """Where the case is now, which may be with a district of another city; else where it was, which leads there."""
    return address_of_case(case_now(case)) or address_of_case(case)


def address_of_case(case: Case) -> str:
    """The full address of the status page of its district; empty when no site shows it."""
    home = case.district.root_page
    return status_address(home.url_path) if home else ""


def status_address(home_path: str) -> str:
    """The full address of the status page below the home page at ``home_path``; empty when no site shows it."""
    home = Links(None).canonical(home_path)
    return f"{home}requests/status/" if home else ""


_HEADERS: Final = {"Auto-Submitted": "auto-generated"}


def _subject(case: Case) -> str:
    if case.number:
        return _("Disclosure on request: news of %(number)s") % {"number": case.number}
    return _("Disclosure on request: news of your application")


def _body(address: str) -> str:
    sentences = (
        _("There is news of your application. See it with your tracking code and your contact:"),
        address,
        _("This mail is sent by the system; nobody reads answers to it, and nobody asks for your code by mail."),
    )
    return "\n\n".join(sentences)
