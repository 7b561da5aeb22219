"""Personal data at rest: encrypted with authentication, and found by keyed digests only.

Regulations on Open Government Information and the Personal Information Protection Law (Art. 51) ask for encryption of
what applicants say of themselves. A copy of the database without the keys tells nothing but how long the texts are.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from typing import Any

import structlog
from cryptography.fernet import InvalidToken
from django.core.exceptions import FieldError
from django.db import models
from django.utils.translation import gettext as _

from .keys import cipher, index_key

logger = structlog.get_logger(__name__)

DIGEST_LENGTH = 64
#: Written or left out as people like: spaces, hyphens and dashes, the dots in names.
IGNORED = re.compile(r"[\s\-\u2010-\u2015\u2212\u00b7\u2022\u2027\u30fb]+")
LOOKUPS = frozenset({"isnull"})
DUMPED = "encrypted"


class UnreadableText(str):
    """Shown in place of a value that no key opens. Saving it writes the same token again, so nothing is lost."""

    __slots__ = ("token",)
    token: str

    @classmethod
    def of(cls, token: str) -> UnreadableText:
        """The sentence for readers, with ``token`` kept inside."""
        text = cls(_("(cannot be read: none of the keys of this server opens it)"))
        text.token = token
        return text


def encrypt_text(value: str) -> str:
    """A token that holds ``value``; an empty value stays empty. Equal values have different tokens."""
    if isinstance(value, UnreadableText):
        return value.token
    return cipher().encrypt(value.encode()).decode("ascii") if value else ""


def decrypt_text(token: str) -> str:
    """What ``token`` holds; an :class:`UnreadableText` where no key opens it, never the token itself."""
    if not token:
        return ""
    try:
        return cipher().decrypt(token.encode()).decode()
    except InvalidToken:
        logger.error("personal_data_unreadable")
        return UnreadableText.of(token)


def digest_of(value: str, purpose: str) -> str:
    """The blind index of ``value``: equal for spellings that mean the same, different for each ``purpose``.

    64 hexadecimal digits; empty for a value that is empty. It can be compared, and not be turned back without the key.
    """
    plain = IGNORED.sub("", unicodedata.normalize("NFKC", value).casefold())
    if not plain:
        return ""
    return hmac.new(index_key(), f"{purpose}\0{plain}".encode(), hashlib.sha256).hexdigest()


class EncryptedTextField(models.TextField):
    """A text that the database holds as a token. It can be asked whether it is there, and nothing else.

    Dumps (``dumpdata``) hold tokens as well, in an object that no form can send.
    """

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        """Decrypt what was read."""
        return decrypt_text(value) if value else value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Encrypt what is written, whatever writes it."""
        plain = super().get_db_prep_value(value, connection, prepared)
        return plain if plain is None else encrypt_text(plain if isinstance(value, str) else str(plain))

    def get_lookup(self, lookup_name: str) -> Any:
        """Refuse all that would compare tokens, which are different each time."""
        if lookup_name not in LOOKUPS:
            message = (
                f"{self.name} is encrypted and cannot be looked up by “{lookup_name}”; keep a digest_of beside it."
            )
            raise FieldError(message)
        return super().get_lookup(lookup_name)

    def value_to_string(self, obj: models.Model) -> Any:
        """What a dump holds of the value."""
        value: Any = self.value_from_object(obj) or ""
        return {DUMPED: encrypt_text(value)}

    def to_python(self, value: Any) -> Any:
        """Take what :meth:`value_to_string` made."""
        if isinstance(value, dict):
            return decrypt_text(str(value.get(DUMPED, "")))
        return super().to_python(value)
