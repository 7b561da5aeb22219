"""What the rules share: groups of documents, and how a found statement becomes proposals."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_pages.documents.force.enums import RelationKind

from .calendar_days import DAY, day_of
from .caution import clause_before
from .mentions import Mention
from .proposal import Proposal, ProposalKind
from .reading import MENTION
from .skeleton import Sentence

_GROUP = re.compile(rf"原?{MENTION}(?:(?:[、/]|和|及|以及|与|暨)?原?{MENTION})*+")
_GROUP_WITH_COMMAS = re.compile(rf"原?{MENTION}(?:(?:[、，/]|和|及|以及|与|暨)?原?{MENTION})*+")
_FROM_DAY = re.compile(rf"[自从于]({DAY})(?:零时)?(?:之日)?(?:起|开始|后)?")
_FROM_DAY_BEFORE = re.compile(rf"[自从]({DAY})(?:零时)?(?:之日)?(?:起|开始)，?[^，；。\n{MENTION}]{{0,10}}$")


@dataclass(frozen=True)
class Group:
    """Documents named side by side, from ``start`` to ``end`` of a sentence."""

    sentence: Sentence
    start: int
    end: int

    @property
    def mentions(self) -> list[Mention]:
        """The documents themselves."""
        return self.sentence.mentions(self.start, self.end)

    @property
    def before(self) -> str:
        """The words of the same clause in front of them."""
        return clause_before(self.sentence.text, self.start)

    def after(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What follows at once."""
        return pattern.match(self.sentence.text, self.end)

    def behind(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What stands immediately in front; ``pattern`` ends with ``$``."""
        return pattern.search(self.sentence.text, max(0, self.start - 20), self.start)


def groups_of(sentence: Sentence, *, with_commas: bool = False) -> Iterator[Group]:
    """The documents that a sentence names, those side by side together."""
    pattern = _GROUP_WITH_COMMAS if with_commas else _GROUP
    for match in pattern.finditer(sentence.text):
        yield Group(sentence=sentence, start=match.start(), end=match.end())


def first_day(sentence: str, start: int, end: int) -> dt.date | None:
    """The day that a relation names between ``start`` (its documents) and ``end``, or in front of its documents."""
    found = _FROM_DAY.search(sentence, start, end) or _FROM_DAY_BEFORE.search(sentence, max(0, start - 60), start)
    return day_of(found[1]) if found else None


def propose(
    sentence: Sentence,
    mentions: list[Mention],
    relation: RelationKind,
    *,
    day: dt.date | None = None,
) -> Iterator[Proposal]:
    """A proposal for each document; a repeal of named provisions is a partial one."""
    start, end = sentence.original_span
    for mention in mentions:
        yield Proposal(
            kind=ProposalKind.RELATION,
            relation=_partial(relation) if mention.provisions else relation,
            target_title=mention.title,
            target_number=mention.number,
            provisions=mention.provisions,
            sentence=sentence.words,
            start=start,
            end=end,
            day=day,
        )


def _partial(relation: RelationKind) -> RelationKind:
    is_repeal = relation in {RelationKind.REPEALS, RelationKind.REPLACES, RelationKind.DECLARES_EXPIRED}
    return RelationKind.PARTIALLY_REPEALS if is_repeal else relation
