"""Headings of the parts as offices write them: “一、总体情况”, “1.总体情况”, “第一部分 总体情况”."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

from plugins.api import words_identity
from plugins.contrib.annual_report.structure import Form, Part, Prose

_CHINESE = "一二三四五六"
_NUMBER = re.compile(rf"\s*(?:第?\s*([{_CHINESE}])\s*(?:部分)?|([1-6１-６]))\s*(?:[、.．，,：:]|\s)\s*")
_BEHIND = re.compile(r"[：:。\s]+")
#: Titles that are alike to more than this are the same in other words: “存在问题和改进措施”.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Heading:
    """Of which part or text (by its code), and what stands behind the title in the same paragraph."""

    code: str
    behind: str = ""


def heading_of(text: str, form: Form) -> Heading | None:
    """The heading that a paragraph is.

    After a Chinese number the title may be in other words, because that is how parts are numbered. After a digit, or
    without a number, it has to be the title of the form, because lists and sentences begin so, too.
    """
    match = _NUMBER.match(text)
    if match is None:
        titled: tuple[Part | Prose, ...] = (*form.parts, *form.prose)
        return next((Heading(one.code) for one in titled if _is(text, one.title)), None)
    number = _CHINESE.index(match[1]) if match[1] else int(match[2]) - 1
    return _heading(text[match.end() :].strip(), form.parts[number], _is_alike if match[1] else _is)


def _heading(text: str, part: Part, is_title: Callable[[str, str], bool]) -> Heading | None:
    """Blanks within a title are none of a text behind it."""
    title, *behind = _BEHIND.split(text, maxsplit=1)
    if not _is(text, part.title) and is_title(title, part.title):
        return Heading(part.code, "".join(behind))
    return Heading(part.code) if is_title(text, part.title) else None


def _is(text: str, title: str) -> bool:
    return words_identity(text) == words_identity(title)


def _is_alike(text: str, title: str) -> bool:
    return SequenceMatcher(None, words_identity(text), words_identity(title), autojunk=False).ratio() > ALIKE
