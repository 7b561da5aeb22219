"""Work that leaves the request."""

from __future__ import annotations

import logging

from django.core.mail import EmailMessage, get_connection
from django_tasks import task

logger = logging.getLogger("gongkai.clearance")


@task()
def deliver_letters(*, subject: str, body: str, addresses: list[str]) -> int:
    """Send one mail to each address over one connection; returns how many left. A failure is logged, never raised."""
    headers = {"Auto-Submitted": "auto-generated"}
    try:
        with get_connection() as connection:
            letters = [EmailMessage(subject, body, to=[address], headers=headers) for address in addresses]
            return connection.send_messages(letters) or 0
    except Exception:
        logger.exception("mail not sent", extra={"subject": subject, "letters": len(addresses)})
        return 0
