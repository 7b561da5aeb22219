"""What a document rests on, carries out or explains: “根据《…》，制定本办法”, “为贯彻落实《…》”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure_pages.documents.force.enums import RelationKind

from .caution import clause_before
from .proposal import Proposal
from .reading import MENTION
from .skeleton import Sentence
from .statements import groups_of, propose

_IMPLEMENTS = re.compile("贯彻|落实")
_RESTS_ON = re.compile("根据|依据|依照|按照|遵照|参照")
_IS_EXPLAINED = re.compile(r"[^。；\n]{0,30}?(?:解读|解释|说明)(?:如下|：)")
_ABOUT = re.compile("[就对将]$")
#: The words behind a cue that may name documents: to the end of the clause, or of the list of documents.
_NAMED = re.compile(rf"(?:[^，。；：\n]|，(?=(?:以?及|和)?原?{MENTION})){{0,600}}")
_NEXT_CUE = re.compile("根据|依据|依照|按照|贯彻|落实|结合|制[定订]")
#: The sentence that says why this text was written.
_PURPOSE = re.compile(
    "(?:制[定订]|编制|出台|形成|印发)(?:了)?(?:本|以下|如下|该)|(?:通知|公告|通告|决定|意见|规定|方案|批复|解释)如下|"
    "结合[^，。]{0,20}(?:实际|情况)|现[就将]|提出(?:以下|如下|本)|特此|作出(?:以下|如下|本)"
)
_IN_ORDER_TO = re.compile("(?<![作认成视])为了?[^，]{0,24}$")


def find_grounds(sentence: Sentence) -> Iterator[Proposal]:
    """Documents on which this one rests, that it carries out, or that it explains."""
    text = sentence.text
    for group in groups_of(sentence):
        if group.behind(_ABOUT) and group.after(_IS_EXPLAINED):
            yield from propose(sentence, group.mentions, RelationKind.INTERPRETS)
    has_purpose = bool(_PURPOSE.search(text))
    for match in _IMPLEMENTS.finditer(text):
        if has_purpose or _IN_ORDER_TO.search(clause_before(text, match.start())):
            yield from _named(sentence, match.end(), RelationKind.IMPLEMENTS)
    for match in _RESTS_ON.finditer(text) if has_purpose else ():
        yield from _named(sentence, match.end(), RelationKind.IS_BASED_ON)


def _named(sentence: Sentence, start: int, relation: RelationKind) -> Iterator[Proposal]:
    named = _NAMED.match(sentence.text, start)
    end = named.end() if named else start
    cue = _NEXT_CUE.search(sentence.text, start, end)
    yield from propose(sentence, sentence.mentions(start, cue.start() if cue else end), relation)
