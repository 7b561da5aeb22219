"""A mail server that refuses some addresses, and keeps the other letters as Django's own for tests does."""

from __future__ import annotations

import smtplib
from collections.abc import Sequence
from typing import Any

from django.core.mail.backends import locmem

REFUSED = ("refused@example.org",)


class EmailBackend(locmem.EmailBackend):
    def send_messages(self, messages: Sequence[Any]) -> int:
        for letter in messages:
            if refused := [address for address in letter.to if address in REFUSED]:
                raise smtplib.SMTPRecipientsRefused(dict.fromkeys(refused, (550, b"unknown")))
        return super().send_messages(messages)
