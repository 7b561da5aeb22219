"""What somebody may have meant whose words are not found: a spelling from public titles, or a known word.

The index is asked for titles that sound like what was typed, or hold one half of it as it was typed. So nothing has to
be kept of a library, however large, and nothing is proposed that no reader can find.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from search.engines.contract import PROSE, AnyOf, Engine, Field, Phrase, Question, SearchAnswer, SearchRequest, Sort
from search.query.misspelt import Context, contexts_of, pieces_of_words, unknown_places
from search.query.parts import Query
from search.query.terms import word_term
from search.query.vocabulary import Vocabulary
from search.text.nearness import How, Spoken, difference, places_near
from search.text.pinyin import syllables
from search.text.tokens import tokenise
from search.text.words import Word

_TITLE, _PINYIN = frozenset({Field.TITLE}), frozenset({Field.PINYIN})
#: Where a word stands that somebody gave a text on purpose.
_NAMES = frozenset({Field.TITLE, Field.KEYWORDS, Field.HEADINGS})
_TITLES_READ = 40
#: So many parts of a query are looked at; the first that can be mended is.
_PLACES = 3
#: Shorter words have many neighbours: these are proposed, not taken for granted, unless they sound the same.
_LONG = 4


@dataclass(frozen=True, slots=True)
class Permitted:
    """What may be proposed: ``public`` leaves of titles those that readers of this search may see."""

    public: Callable[[Collection[str]], Collection[str]]
    is_denied: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A query as it may have been meant; ``is_sure``: likely enough to be answered at once if what was typed fails."""

    text: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    how: How
    context: Context
    text: str

    @property
    def is_sure(self) -> bool:
        return self.how <= How.SOUNDS_ALIKE or len(self.context.tokens) >= _LONG


def propose(
    query: Query,
    *,
    engine: Engine,
    vocabulary: Vocabulary,
    request: SearchRequest,
    permitted: Permitted,
    are_words_found: bool,
) -> Spelling | None:
    """Another spelling of the first part of ``query`` that nothing holds, from what stands within ``request``.

    ``are_words_found``: something holds all the words, but for single characters that were left over.
    """
    asker = _Asker(engine, replace(request, best=(), offset=0, cursor="", facets=frozenset()))
    pieces = pieces_of_words(query, vocabulary)

    def is_known(word: Word) -> bool:
        any_of = word_term(word, vocabulary).any_of
        if not are_words_found:
            return asker.holds(any_of)
        return query.drops_chips or len(word) > 2 or asker.holds(_in_names(any_of))

    unknown = unknown_places(pieces, is_known=is_known)
    places = islice(contexts_of(pieces, unknown), _PLACES)
    mended = (_mended(contexts, asker, vocabulary, permitted) for contexts in places)
    found = next(filter(None, mended), None)
    if found is None:
        return None
    text = query.text[: found.context.start] + found.text + query.text[found.context.end :]
    return None if permitted.is_denied(text) else Spelling(text, found.is_sure)


def _mended(
    contexts: Sequence[Context], asker: _Asker, vocabulary: Vocabulary, permitted: Permitted
) -> _Candidate | None:
    """What one place may have to be; ``None`` as well if it stands somewhere as it was typed."""
    if not contexts or asker.holds(AnyOf(tuple(map(_as_typed, contexts)))):
        return None
    return _from_words(contexts, vocabulary) or _from_titles(contexts, asker, permitted)


def _in_names(any_of: AnyOf) -> AnyOf:
    """Two characters stand side by side in prose by chance: 工开 in 职工开展."""
    return AnyOf(tuple(replace(phrase, fields=_NAMES) for phrase in any_of.phrases))


def _as_typed(context: Context) -> Phrase:
    return Phrase(context.tokens, PROSE if len(context.tokens) > 2 else _NAMES)


def _from_words(contexts: Sequence[Context], vocabulary: Vocabulary) -> _Candidate | None:
    """A word of the house's dictionary, names of units and columns among them."""
    near = (
        _Candidate(how, context, "".join(word.tokens))
        for context in contexts
        for word in vocabulary.spoken_words.get(len(context.tokens), ())
        if (how := difference(context.spoken, word)) is not None
    )
    return min(near, key=_order, default=None)


def _order(one: _Candidate) -> tuple[int, int, str]:
    return one.how, -len(one.context.tokens), one.text


def _from_titles(contexts: Sequence[Context], asker: _Asker, permitted: Permitted) -> _Candidate | None:
    spoken = AnyOf(tuple(Phrase(tuple(context.spoken.syllables), _PINYIN) for context in contexts))
    halves = AnyOf(tuple(phrase for context in contexts for phrase in _halves(context.tokens)))
    for any_of in (spoken, halves):
        titles = permitted.public(asker.titles(any_of)) if any_of.phrases else ()
        found = list(_near_in(titles, contexts))
        if found:
            times = Counter(found)
            return min(times, key=lambda one: (one.how, -len(one.context.tokens), -times[one], one.text))
    return None


def _halves(tokens: Word) -> Iterator[Phrase]:
    """One mistake leaves one of the halves as it is."""
    middle = len(tokens) // 2
    if len(tokens) >= _LONG:
        yield from (Phrase(tokens[:middle], _TITLE), Phrase(tokens[middle:], _TITLE))


def _near_in(titles: Iterable[str], contexts: Sequence[Context]) -> Iterator[_Candidate]:
    for title in titles:
        tokens = tokenise(title)
        spoken = Spoken([token.text for token in tokens], syllables(title))
        for context in contexts:
            for how, start, end in places_near(context.spoken, spoken):
                yield _Candidate(how, context, title[tokens[start].start : tokens[end - 1].end])


class _Asker:
    """Short questions within the filters of a request."""

    def __init__(self, engine: Engine, request: SearchRequest) -> None:
        self._engine, self._request = engine, request

    def holds(self, any_of: AnyOf) -> bool:
        """Whether something holds one of the phrases; which comes first is not asked, for that takes the longest."""
        return bool(self._ask(any_of, size=1, sort=Sort.NEWEST).total)

    def titles(self, any_of: AnyOf) -> list[str]:
        return [hit.title for hit in self._ask(any_of, size=_TITLES_READ, sort=Sort.RELEVANCE).hits]

    def _ask(self, any_of: AnyOf, *, size: int, sort: Sort) -> SearchAnswer:
        return self._engine.search(replace(self._request, question=Question((any_of,)), size=size, sort=sort))
