"""Extensions: “《…》有效期延长至2027年12月31日”, “将《…》有效期延长2年”, “《…》继续有效”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from disclosure_pages.documents.force.enums import RelationKind

from .calendar_days import LAST_DAY, TERM, last_day_of, term_of
from .caution import clause_before, is_done_now, is_done_now_to
from .proposal import Proposal
from .reading import MENTION
from .skeleton import Sentence
from .statements import Group, first_day, groups_of, propose

_PROLONGS = "延长|延期|顺延|延续|延至|续期"
_GOES_ON = "继续(?:有效|施行|执行|实施|沿用|适用)"
_UNTIL = (
    rf"(?:，?(?:有效期?|执行|施行|实施)?(?:[至到为]|期为|(?<=延至))(?P<until>{LAST_DAY})"
    rf"|(?P<term>{TERM})(?:[，（]?(?:即|延长|顺延|有效期)?[至到](?P<then>{LAST_DAY}))?)?"
)
_IS_EXTENDED = re.compile(rf"(?P<between>[^{MENTION}。；\n]{{0,30}}?)(?:{_PROLONGS}|{_GOES_ON}){_UNTIL}")
_EXTENDS = re.compile(f"(?:{_PROLONGS})$")
_TERM_OF_FORCE = re.compile(rf"的?(?:(?:有效|施行|执行|实施|试行|适用)?(?:期限|时限|时间|期))?(?P<name>的)?{_UNTIL}")


def find_extensions(sentence: Sentence) -> Iterator[Proposal]:
    """Documents whose term the sentence prolongs; ``new_expiry`` is their new last day in force."""
    for group in groups_of(sentence):
        yield from _extended(group)


def _extended(group: Group) -> Iterator[Proposal]:
    text, behind = group.sentence.text, group.behind(_EXTENDS)
    if behind:
        match, is_stated = group.after(_TERM_OF_FORCE), is_done_now(clause_before(text, behind.start()))
        is_stated = is_stated and match is not None and not match["name"] and not _continues_a_name(text, match.end())
    else:
        match = group.after(_IS_EXTENDED)
        is_stated = match is not None and is_done_now_to(group.before, match["between"])
    if match is None or not is_stated:
        return
    until = match["until"] or match["then"]
    term = term_of(match["term"]) if match["term"] else None
    day = first_day(text, group.start, match.start())
    for proposal in propose(group.sentence, group.mentions, RelationKind.EXTENDS, day=day):
        yield replace(proposal, new_expiry=last_day_of(until) if until else None, term=term)


def _continues_a_name(text: str, position: int) -> bool:
    return text[position : position + 1] == "的"
