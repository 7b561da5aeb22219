"""Text in, proposals out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from disclosure_pages.documents.force.enums import RelationKind

from .amendments import find_amendments
from .calendar_days import last_day_of_term
from .caution import is_reported
from .extensions import find_extensions
from .grounds import find_grounds
from .listed import find_in_lists
from .proposal import Proposal, ProposalKind
from .reading import MENTION, spell
from .repeals import find_repeals
from .skeleton import Sentence, sentences_of
from .subject import own_titles
from .validity import Known, Statement, find_statements

#: How far below the announcement of an amendment its changes are looked for.
_MOST_ITEMS = 200
_SAYS_DAYS = re.compile("行|实施|生效|有效|失效|废止|终止")
_EDITION = re.compile(r"暂行|试行|修订|修正|临时|[（(][^）)]*[）)]|[0-9]{4}年?(?:修订|版)?|《|》")


def find_proposals(
    text: str, *, published_on: dt.date | None = None, formed_on: dt.date | None = None, title: str = ""
) -> list[Proposal]:
    """What a document says about other documents and about its own days, in the order of the text.

    ``published_on`` and ``formed_on`` (the day of signature) turn “from the day of publication” into a day;
    ``title`` is the document's own. Costs time in proportion to the length of the text.
    """
    sentences = sentences_of(text)
    own = own_titles(title)
    known = Known(own=own, published_on=published_on, formed_on=formed_on)
    found = [*_relations(sentences, own), *find_in_lists(sentences), *_days(sentences, known)]
    found.sort(key=lambda proposal: (proposal.start, proposal.end))
    return _each_once(_as_replacement(proposal, own) for proposal in found)


def _relations(sentences: Sequence[Sentence], own: frozenset[str]) -> Iterator[Proposal]:
    for index, sentence in enumerate(sentences):
        if MENTION not in sentence.text or is_reported(sentence.text):
            continue
        yield from find_repeals(sentence)
        yield from find_extensions(sentence)
        yield from find_amendments(sentence, sentences[index + 1 : index + 1 + _MOST_ITEMS])
        yield from (ground for ground in find_grounds(sentence) if _core(ground.target_title) not in map(_core, own))


def _days(sentences: Sequence[Sentence], known: Known) -> Iterator[Proposal]:
    """The surest statements of each kind, and the expiry that follows from a term."""
    statements = [
        statement
        for sentence in sentences
        if _SAYS_DAYS.search(sentence.text) and not is_reported(sentence.text)
        for statement in find_statements(sentence, known)
    ]
    surest = {
        kind: _surest(statements, kind) for kind in (ProposalKind.EFFECTIVE, ProposalKind.TERM, ProposalKind.EXPIRY)
    }
    for group in surest.values():
        yield from map(_proposal, group)
    beginnings = [statement.day for statement in surest[ProposalKind.EFFECTIVE] if statement.day]
    if beginnings and not surest[ProposalKind.EXPIRY]:
        yield from _expiries(surest[ProposalKind.TERM], beginnings[0])


def _surest(statements: Sequence[Statement], kind: ProposalKind) -> list[Statement]:
    of_kind = [statement for statement in statements if statement.kind == kind]
    best = max((statement.subject for statement in of_kind), default=0)
    return [statement for statement in of_kind if statement.subject == best]


def _expiries(terms: Sequence[Statement], first: dt.date) -> Iterator[Proposal]:
    for statement in terms:
        last = last_day_of_term(first, statement.term) if statement.term else None
        if last:
            yield replace(_proposal(statement), kind=ProposalKind.EXPIRY, day=last)


def _proposal(statement: Statement) -> Proposal:
    start, end = statement.sentence.original_span
    return Proposal(
        kind=statement.kind,
        sentence=statement.sentence.words,
        start=start,
        end=end,
        day=statement.day,
        day_rule=statement.rule,
        days_after=statement.days_after,
        term=statement.term,
    )


def _core(title: str) -> str:
    """A title without what tells one edition from the next."""
    return _EDITION.sub("", "".join(spell(title).split()))


def _as_replacement(proposal: Proposal, own: frozenset[str]) -> Proposal:
    """A repeal of an earlier edition of the same document is its replacement."""
    is_same = bool(proposal.target_title) and _core(proposal.target_title) in {_core(title) for title in own}
    if proposal.relation == RelationKind.REPEALS and is_same:
        return replace(proposal, relation=RelationKind.REPLACES)
    return proposal


def _each_once(proposals: Iterator[Proposal]) -> list[Proposal]:
    """Each statement once; of two about the same document and provisions, the first counts."""
    first: dict[tuple[object, ...], Proposal] = {}
    for proposal in proposals:
        first.setdefault(proposal.statement, proposal)
    return list(first.values())
