"""The worth of a hit: the words of its title, what bm25 says of its text, whether it is in force, how new it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from search.engines.contract import AnyOf, FacetName, Field, Phrase, SearchRequest
from search.engines.weights import NUMBER, TITLE, WHOLE_IN_TEXT, WHOLE_IN_TITLE, WHOLE_OF_TITLE

from .bits import bits_of, rows_of
from .found import Found
from .matching import WEIGHED
from .snapshot import Snapshot

#: The worth of a text among so many hits that none is weighed.
_UNWEIGHED: Final = 0.5


class _Sought(NamedTuple):
    """A phrase as it stands in a spaced text."""

    text: str
    weight: float
    length: int


def score(found: Found, rows: Sequence[int], request: SearchRequest, snapshot: Snapshot) -> dict[int, float]:
    """Worth of each of ``rows``. When they are too many to weigh, those that cannot come first are left out."""
    in_title = [_sought(word.phrases, Field.TITLE) for word in request.question.words]
    titled = _holding(rows, snapshot.titles, {sought.text for word in in_title for sought in word})
    if not found.is_weighed:
        rows = _likeliest(rows, titled, snapshot)
    worth = _texts(found, rows)
    _add_titles(worth, titled, in_title, request.question.preferred, snapshot)
    _add_numbers(worth, request.question.words, snapshot)
    circumstances = snapshot.circumstances.on(request.on.toordinal())
    lifts = _lifts(worth, request, snapshot)
    return {row: words * (circumstances[row] + lifts.get(row, 0.0)) for row, words in worth.items()}


def _lifts(rows: Iterable[int], request: SearchRequest, snapshot: Snapshot) -> dict[int, float]:
    """What the type of a page adds to the worth of its circumstances, unless it is not in force."""
    if not request.lifted:
        return {}
    force = snapshot.force.on(request.on.toordinal())
    asked = bits_of(rows, size=snapshot.size) & ~(force.bound & ~force.in_force)
    lifts: dict[int, float] = {}
    for page_type, lift in request.lifted.items():
        code = snapshot.codes.get((FacetName.TYPE, page_type))
        if code is not None:
            lifts |= dict.fromkeys(rows_of(asked & snapshot.value_bits[code]), lift)
    return lifts


def _sought(phrases: Iterable[Phrase], field: Field) -> list[_Sought]:
    found = [phrase for phrase in phrases if field in phrase.fields and phrase.tokens]
    return [_Sought(f" {' '.join(phrase.tokens)} ", phrase.weight, len(phrase.tokens)) for phrase in found]


def _holding(rows: Sequence[int], texts: Sequence[str], sought: Iterable[str]) -> set[int]:
    """Those of ``rows`` in whose text one of ``sought`` stands."""
    return {row for one in sought for row in rows if one in texts[row]}


def _likeliest(rows: Sequence[int], titled: set[int], snapshot: Snapshot) -> list[int]:
    """Those whose titles hold a word, and the newest; ``titled`` keeps only the former of them."""
    if len(titled) > WEIGHED:
        titled.intersection_update(snapshot.newest.of(titled, WEIGHED))
    return list({*titled, *snapshot.newest.of(rows, WEIGHED - len(titled))})


def _texts(found: Found, rows: Sequence[int]) -> dict[int, float]:
    """What the texts are worth; the best one is worth 1, and a preferred phrase in it more than a half more."""
    best = max(found.texts.values(), default=0.0) or 1.0
    texts = found.texts
    worth = {row: texts.get(row, 0.0) / best for row in rows} if texts else dict.fromkeys(rows, _UNWEIGHED)
    if not found.preferred:
        return worth
    heaviest = max(phrase.weight for phrase, _rows in found.preferred)
    unlifted = set(worth)
    for phrase, holding in found.preferred:
        lifted = unlifted.intersection(rows_of(holding))
        for row in lifted:
            worth[row] += WHOLE_IN_TEXT * phrase.weight / heaviest
        unlifted -= lifted
    return worth


def _add_titles(
    worth: dict[int, float],
    titled: Iterable[int],
    in_title: Sequence[Sequence[_Sought]],
    preferred: Iterable[Phrase],
    snapshot: Snapshot,
) -> None:
    rows = list(titled)
    for row, held in _held(rows, in_title, snapshot.titles).items():
        share = held / len(in_title)
        worth[row] += TITLE * share * share
    wholes = _sought(preferred, Field.TITLE)
    heaviest = max((one.weight for one in wholes), default=1.0)
    best: dict[int, float] = {}
    for one in wholes:
        for row in _holding(rows, snapshot.titles, [one.text]):
            best[row] = max(best.get(row, 0.0), _whole(one, snapshot.titles[row]))
    for row, whole in best.items():
        worth[row] += whole / heaviest


def _held(rows: Sequence[int], in_title: Sequence[Sequence[_Sought]], titles: Sequence[str]) -> dict[int, float]:
    """The weights of the words that each title holds, of each word its heaviest phrase."""
    total: dict[int, float] = {}
    for word in in_title:
        held: dict[int, float] = {}
        for one in sorted(word, key=lambda one: one.weight):
            held |= dict.fromkeys(_holding(rows, titles, [one.text]), one.weight)
        for row, weight in held.items():
            total[row] = total.get(row, 0.0) + weight
    return total


def _whole(sought: _Sought, title: str) -> float:
    """What a preferred phrase in a title is worth: more, the more of the title it is."""
    return sought.weight * (WHOLE_IN_TITLE + WHOLE_OF_TITLE * sought.length / (title.count(" ") - 1))


def _add_numbers(worth: dict[int, float], words: Iterable[AnyOf], snapshot: Snapshot) -> None:
    numbers = [phrase for word in words for phrase in word.phrases if phrase.fields == {Field.NUMBER}]
    others = set(worth)
    for sought in sorted(_sought(numbers, Field.NUMBER), key=lambda one: -one.weight):
        holding = _holding(list(others), snapshot.numbers, [sought.text])
        for row in holding:
            worth[row] += NUMBER * sought.weight
        others -= holding
