"""Amendments: “将《…》第六条修改为：…”, “决定对《…》作如下修改”, and the provisions that the items below name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from disclosure_pages.documents.force.enums import RelationKind

from .calendar_days import NUMERAL
from .caution import clause_before, is_done_now, is_done_now_to
from .proposal import Proposal
from .reading import MENTION
from .skeleton import Sentence
from .statements import Group, first_day, groups_of, propose

_CHANGES = "修改为|修订为|修正为|调整为|更改为|更正为|改为|删除|删去"
_ADDS = rf"(?:增加|增设|补充)(?:以下|如下)?{NUMERAL}?(?:条|款|项|章|节|规定|内容)"
_NOUN = r"(?:[作做进行]{1,2}|予以)(?:出)?(?:如下|以下|部分|相应|适当|必要|的)*+(?:修改|修订|修正|调整)(?!了)"
_IS_AMENDED = re.compile(rf"(?P<between>[^{MENTION}。；\n]{{0,60}}?)(?:{_CHANGES}|{_ADDS}|{_NOUN})")
_AMENDS = re.compile("(?:修改|修订|修正|删去|删除)$")
_IS_A_NAME = re.compile("的|等")

_PART = rf"第{NUMERAL}条(?:之{NUMERAL})?(?:第{NUMERAL}[款项])*|附[件表]{NUMERAL}?"
_CHANGED_PART = re.compile(rf"(?P<part>{_PART})[^。；\n]{{0,60}}?(?:{_CHANGES}|{_ADDS})|[删除去]{{2}}(?P<gone>{_PART})")


def find_amendments(sentence: Sentence, below: Sequence[Sentence]) -> Iterator[Proposal]:
    """Documents whose text the sentence changes; ``below`` are the sentences that may hold the changes."""
    found = [proposal for group in groups_of(sentence) for proposal in _amended(group)]
    is_announcement = any(not proposal.provisions for proposal in found)
    provisions = _provisions_of(below) if is_announcement else ""
    yield from (proposal if proposal.provisions else replace(proposal, provisions=provisions) for proposal in found)


def _amended(group: Group) -> Iterator[Proposal]:
    text, after, behind = group.sentence.text, group.after(_IS_AMENDED), group.behind(_AMENDS)
    if behind and not group.after(_IS_A_NAME) and is_done_now(clause_before(text, behind.start())):
        day = first_day(text, behind.start(), behind.end())
    elif after and is_done_now_to(group.before, after["between"]):
        day = first_day(text, group.start, after.end())
    else:
        return
    yield from propose(group.sentence, group.mentions, RelationKind.AMENDS, day=day)


def _provisions_of(items: Sequence[Sentence]) -> str:
    """The provisions that items change, up to the first that names another document."""
    parts: list[str] = []
    for item in items:
        if MENTION in item.text:
            break
        parts += [match["part"] or match["gone"] for match in _CHANGED_PART.finditer(item.text)]
    return "、".join(dict.fromkeys(parts))
