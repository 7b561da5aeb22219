"""Lists: “下列文件予以废止：” or a heading, and the documents below it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from disclosure_pages.documents.force.enums import RelationKind

from .calendar_days import LAST_DAY, last_day_of
from .caution import is_done_now, is_reported
from .mentions import Mention
from .proposal import Proposal
from .reading import MENTION
from .repeals import ENDS
from .skeleton import Sentence
from .statements import first_day, propose

_NUMERAL = "[0-9〇零一二三四五六七八九十百]"
_MARKER = (
    rf"(?:[①-⑳]|（{_NUMERAL}{{1,4}}）|{_NUMERAL}{{1,4}}[.、）]?|第{_NUMERAL}{{1,4}}[条项]"
    rf"|附件{_NUMERAL}?[：.]?|[·•●\-—])?"
)
_ACTS = (
    (RelationKind.DECLARES_EXPIRED, "失效"),
    (RelationKind.REPEALS, ENDS),
    (
        RelationKind.EXTENDS,
        f"继续(?:有效|执行|施行|实施)|(?:延长|延期|延续)(?:有效期)?(?:[至到](?P<until>{LAST_DAY}))?",
    ),
    (RelationKind.AMENDS, "修改|修订"),
)
_POINTS_BELOW = re.compile("以下|下列|如下|附件|附表|所列|目录")
_HEADING = re.compile(
    rf"{_MARKER}(?:决定|现|予以|宣布|拟)?(?P<act>[^，。；：\n{MENTION}]{{2,12}})的[^，。；\n{MENTION}]{{0,20}}"
    r"(?:文件|目录|规定|办法|清单)(?:目录|清单)?(?:（[^）]{0,12}）)?[：]?"
)
_ITEM = re.compile(rf"{_MARKER}(?P<title>[^{MENTION}。；\n]{{0,120}}?)(?:[（《，]?)(?P<document>{MENTION})")
#: Behind a document, these make a sentence of what looks like an item.
_SAYS_MORE = re.compile("由|负责|应|执行|按照|要")
_SUBHEADING = re.compile(rf"{_MARKER}[^{MENTION}，。；\n]{{1,25}}：?")


@dataclass(frozen=True)
class _List:
    """What happens to the documents of a list, in whose words."""

    relation: RelationKind
    introduction: Sentence
    is_sentence: bool
    until: str = ""


def find_in_lists(sentences: Sequence[Sentence]) -> Iterator[Proposal]:
    """Documents in lists, each with the sentence or heading above its list in ``introduced_by``."""
    current: _List | None = None
    for sentence in sentences:
        if introduced := _introduction(sentence):
            current = introduced
            yield from _same_line(current, sentence)
        elif current is None:
            continue
        elif documents := _item(sentence):
            yield from _proposals(current, sentence, documents)
        elif not _SUBHEADING.fullmatch(sentence.text):
            current = None


def _introduction(sentence: Sentence) -> _List | None:
    """The list that a sentence or a heading opens."""
    text = sentence.text
    opening, colon, _rest = text.partition("：")
    if heading := _HEADING.fullmatch(text):
        words = heading["act"]
    elif (colon or text.endswith(("。", "\n"))) and _POINTS_BELOW.search(opening) and MENTION not in opening:
        words = opening
    else:
        return None
    if is_reported(text) or not is_done_now(text[: text.find(words) + len(words)] if heading else words):
        return None
    return _acting(sentence, words, is_sentence=not heading)


def _acting(sentence: Sentence, words: str, *, is_sentence: bool) -> _List | None:
    acts = [(relation, match) for relation, act in _ACTS if (match := re.search(act, words))]
    if len(acts) != 1:
        return None
    [(relation, match)] = acts
    until = match.groupdict().get("until") or ""
    return _List(relation=relation, introduction=sentence, is_sentence=is_sentence, until=until)


def _same_line(current: _List, sentence: Sentence) -> Iterator[Proposal]:
    colon = sentence.text.find("：")
    if colon >= 0:
        yield from _proposals(current, sentence, sentence.mentions(colon, len(sentence.text)))


def _item(sentence: Sentence) -> list[Mention]:
    """The documents that an item names: those side by side, or one whose title stands there without marks."""
    match = _ITEM.match(sentence.text)
    if match is None or _SAYS_MORE.search(sentence.text, match.end()):
        return []
    first, *others = sentence.mentions(match.start("document"), len(sentence.text))
    title = match["title"].strip("（，： ")
    if first.title or not title:
        return [first, *others] if len(title) < 8 else []
    return [replace(first, title=title)]


def _proposals(current: _List, sentence: Sentence, documents: list[Mention]) -> Iterator[Proposal]:
    introduction = current.introduction
    for proposal in propose(sentence, documents, current.relation, day=_day(current)):
        until = last_day_of(current.until) if current.until else None
        is_below = introduction is not sentence
        yield replace(proposal, new_expiry=until, introduced_by=introduction.words if is_below else "")


def _day(current: _List) -> dt.date | None:
    text = current.introduction.text
    return first_day(text, 0, len(text)) if current.is_sentence else None
