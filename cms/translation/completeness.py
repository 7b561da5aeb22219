"""What is wrong with the catalogues, entry by entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

from .catalogues import DOMAIN, CatalogueFile
from .extraction import MarkedString, marked_strings

# Named and positional fields of both of Python's formatting languages.
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdrf]|\{\w*[^{}]*\}")


@dataclass(frozen=True)
class Flaw:
    """One entry that a reader of the site would notice.

    ``code`` is missing, untranslated, fuzzy, placeholder or clash.
    """

    code: str
    text: str
    place: str

    def __str__(self) -> str:
        return f"{self.place}: {self.code}: {self.text!r}"


def flaws(files: Iterable[CatalogueFile]) -> list[Flaw]:
    """Every flaw of every catalogue, in the order of the files; empty when the translation is complete."""
    found: list[Flaw] = []
    seen: dict[str, dict[tuple[str, str], tuple[str, str]]] = {}
    for file in files:
        catalogue = file.read()
        found += _absent(file, catalogue)
        for message in catalogue:
            if message.id:
                found += _flaws_of_entry(file, message)
                found += _clashes(file, message, seen.setdefault(file.domain, {}))
    return found


def absent_strings(file: CatalogueFile, catalogue: Catalog) -> list[MarkedString]:
    """Strings that the package marks and its catalogue does not hold, each once, at its first place."""
    if file.domain != DOMAIN:
        return []
    known = {_key(message) for message in catalogue}
    absent: dict[tuple[str, str], MarkedString] = {}
    for string in marked_strings(file.package):
        if string.key not in known:
            absent.setdefault(string.key, string)
    return list(absent.values())


def _absent(file: CatalogueFile, catalogue: Catalog) -> list[Flaw]:
    return [
        Flaw("missing", string.singular, f"{string.path}:{string.line}") for string in absent_strings(file, catalogue)
    ]


def _flaws_of_entry(file: CatalogueFile, message: Message) -> Iterator[Flaw]:
    singular, translations = _key(message)[1], _translations(message)
    if message.fuzzy:
        yield Flaw("fuzzy", singular, str(file.po))
    if not all(translations):
        yield Flaw("untranslated", singular, str(file.po))
    elif any(_placeholders(text) != _placeholders(_last_form(message)) for text in translations):
        yield Flaw("placeholder", singular, str(file.po))


def _clashes(file: CatalogueFile, message: Message, seen: dict[tuple[str, str], tuple[str, str]]) -> Iterator[Flaw]:
    # Django merges all catalogues into one, so two translations of one string would depend on their order.
    translation = _translations(message)[0]
    first, place = seen.setdefault(_key(message), (translation, str(file.po)))
    if first != translation:
        yield Flaw("clash", _key(message)[1], f"{file.po} and {place}")


def _key(message: Message) -> tuple[str, str]:
    singular = message.id if isinstance(message.id, str) else message.id[0]
    return (message.context or "", singular)


def _last_form(message: Message) -> str:
    # Chinese has one form for every number, which takes the fields of the plural.
    return message.id if isinstance(message.id, str) else message.id[-1]


def _translations(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))
