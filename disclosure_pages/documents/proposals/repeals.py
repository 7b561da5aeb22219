"""Repeals: “《…》同时废止”, “决定废止《…》”, “宣布《…》失效”, “《…》由本办法代替”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from disclosure_pages.documents.force.enums import RelationKind

from .caution import clause_before, is_done_now, is_done_now_to
from .proposal import Proposal
from .reading import MENTION
from .skeleton import Sentence
from .statements import Group, first_day, groups_of, propose

ENDS = "废止|作废|停止(?:执行|施行|实施|使用|适用)|终止(?:执行|施行|实施)|不再(?:执行|施行|适用|实施|有效)"
_IS_ENDED = re.compile(
    rf"(?P<between>[^{MENTION}。；\n]{{0,80}}?)(?:(?P<expires>(?:宣布|予以|同时|自动|自行)?失效)|{ENDS})"
    r"(?=[，。；、！）\n]|并|且|$)"
)
_ENDS = re.compile(rf"(?P<verb>{ENDS}|撤销)(?:以下|下列|了)?$")
_IS_A_NAME = re.compile("[^，。；]{0,10}的(?:决定|通知|公告|通告|请示|建议|说明|意见|函|批复)")
_IS_REPLACED = re.compile(rf"[^{MENTION}，。；\n]{{0,10}}?[由被]本[^，。；\n]{{1,10}}?(?:代替|替代|取代)")
_REPLACES = re.compile("(?:^|[，。；]|本[^，。；]{1,8}|同时)(?:代替|替代|取代)$")
_GROUNDS = re.compile("(?:根据|依据|按照|依照|贯彻|落实)$")


def find_repeals(sentence: Sentence) -> Iterator[Proposal]:
    """Documents that the sentence puts out of force, wholly or in part."""
    for group in groups_of(sentence, with_commas=True):
        yield from _passive(group)
    for group in groups_of(sentence):
        yield from _active(group)
        if group.after(_IS_REPLACED) or group.behind(_REPLACES):
            yield from propose(sentence, group.mentions, RelationKind.REPLACES)


def _passive(named: Group) -> Iterator[Proposal]:
    match, group = named.after(_IS_ENDED), _without_grounds(named)
    if match is None or not is_done_now_to(group.before, match["between"]):
        return
    relation = RelationKind.DECLARES_EXPIRED if match["expires"] else RelationKind.REPEALS
    day = first_day(group.sentence.text, group.start, match.end())
    yield from propose(group.sentence, group.mentions, relation, day=day)


def _without_grounds(group: Group) -> Group:
    """In “根据《…》，《…》废止”, only what comes after the comma."""
    comma = group.sentence.text.rfind("，", group.start, group.end)
    return replace(group, start=comma + 1) if comma >= 0 and _GROUNDS.search(group.before) else group


def _active(group: Group) -> Iterator[Proposal]:
    match = group.behind(_ENDS)
    if match is None or group.after(_IS_A_NAME) or not is_done_now(clause_before(group.sentence.text, match.start())):
        return
    day = first_day(group.sentence.text, match.start(), match.end())
    yield from propose(group.sentence, group.mentions, RelationKind.REPEALS, day=day)
