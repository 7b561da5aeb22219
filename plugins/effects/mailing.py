"""Mail of plug-ins to people who work here."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from django.core.mail import EmailMessage

logger = logging.getLogger("gongkai.plugins")


def mail_lines(address: str, *, subject: str, intro: str, lines: Sequence[str]) -> bool:
    """Mail ``lines`` to ``address``; answers whether the mail server took it, so that a refusal stops no other mail.

    Lock nothing meanwhile. What may not be read on the way, as who applied for what, does not belong into a mail.
    """
    body = "\n".join([intro, "", *(f"- {line}" for line in lines)])
    letter = EmailMessage(subject, body, to=[address], headers={"Auto-Submitted": "auto-generated"})
    try:
        letter.send()  # each has its own connection, because a refusal may end one
    except Exception:
        logger.exception("a mail was not sent", extra={"to": letter.to})
        return False
    return True
