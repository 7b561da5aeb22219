"""Tracking codes: the only key to a case for its applicant, so nobody may guess one or learn that one exists.

A code has nineteen random characters (94 bits) without those that are taken for others, and one that checks them:
``K7QF-2M9X-HT4C-8WBN-36RA``. It is shown once and not kept. Kept is one keyed digest for each way to reach the
applicant, made of the code *and* that contact: a wrong code, a wrong contact and both wrong are the same miss in the
same index.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from typing import Final

from .encryption import digest_of

#: Crockford's alphabet without I, L, O, U, and without Z, so that its length is prime and one character can check all.
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXY"
RANDOM: Final = 19
GROUP: Final = 4
PURPOSE: Final = "tracking"
CONTACT: Final = "contact"
#: What people write for a character that looks like it; the alphabet has none of them.
TAKEN_FOR: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "Z": "2"})
_NOISE = re.compile(r"[^0-9A-Z]+")
_NO_DIGIT = re.compile(r"\D+")
_NO_LETTER = re.compile(r"[\W_]+")
#: Fewer are part of a name.
FEWEST_DIGITS: Final = 7
_CHINA = re.compile(r"^(?:00)?86(?=1\d{10}$|0\d{9,11}$)")


def new_code() -> str:
    """A code that was never given before, as shown: five groups, its last character the one that checks."""
    plain = "".join(secrets.choice(ALPHABET) for _place in range(RANDOM))
    return shown(plain + check_character(plain))


def shown(code: str) -> str:
    """In groups, for reading aloud."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def normalised(typed: str) -> str:
    """``typed`` in capitals without spaces and hyphens, full width made half, O read as 0, I and L as 1; unchecked."""
    capitals = unicodedata.normalize("NFKC", typed).upper()
    return _NOISE.sub("", capitals).translate(TAKEN_FOR)


def is_well_formed(typed: str) -> bool:
    """Whether the check character fits: tells a slip of the pen from a code that is not there, without asking."""
    code = normalised(typed)
    return len(code) == RANDOM + 1 and not set(code) - set(ALPHABET) and check_character(code[:-1]) == code[-1]


def check_character(plain: str) -> str:
    """Tells each single wrong character and each exchange of two neighbours: weights differ, the modulus is prime."""
    weighed = sum(ALPHABET.index(char) * weight for weight, char in enumerate(plain, start=2))
    return ALPHABET[weighed % len(ALPHABET)]


def contact_of(typed: str) -> str:
    """A phone number as its digits without the country's, a mail address in small letters; spellings made equal.

    Whoever gave neither is reached by post, and known by the name: a text with few digits stays what it is.
    """
    plain = unicodedata.normalize("NFKC", typed).strip().casefold()
    if "@" in plain:
        return "".join(plain.split())
    number = phone_of(plain)
    return number if len(number) >= FEWEST_DIGITS else _NO_LETTER.sub("", plain)


def phone_of(typed: str) -> str:
    """The digits of a number, without the country's."""
    return _CHINA.sub("", _NO_DIGIT.sub("", unicodedata.normalize("NFKC", typed)))


def contact_digest(typed: str) -> str:
    """Blind index of a contact, for duplicates; empty without one."""
    return digest_of(contact_of(typed), CONTACT)


def access_digest(code: str, contact: str) -> str:
    """What is looked up for a code and a contact as they were typed. No contact opens nothing."""
    reached = contact_of(contact) or secrets.token_hex(16)
    return digest_of(f"{normalised(code)}|{reached}", PURPOSE)
