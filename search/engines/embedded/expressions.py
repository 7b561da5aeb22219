"""Questions in FTS5's language. Tokens stand between quotation marks and hold none, so nobody can write syntax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from search.engines.contract import PROSE, AnyOf, Field, Phrase
from search.text.folding import is_han

from . import pairs
from .schema import COLUMNS


def phrase_expression(phrase: Phrase) -> str:
    """``{c_title c_body} : "政␞务"``; empty if the phrase holds nothing or stands nowhere.

    In pinyin and initials no Han characters stand that do not stand in the title, so that a phrase of them which is
    looked for everywhere needs no columns: a quarter of the time.
    """
    if not phrase.fields or not phrase.tokens:
        return ""
    typed = pairs.phrase(phrase.tokens)
    return typed if phrase.fields == PROSE and all(map(is_han, phrase.tokens)) else _within(phrase.fields, typed)


def prefix_expression(tokens: Sequence[str], field: Field) -> str:
    """``tokens`` in ``field``, of which the last one may be cut short, unless it is a Han character."""
    if not tokens:
        return ""
    return _within([field], pairs.phrase(tokens, is_cut_short=not is_han(tokens[-1])))


def any_expression(phrases: Iterable[Phrase]) -> str:
    """One of ``phrases`` stands in the document; empty if none can."""
    found = filter(None, map(phrase_expression, phrases))
    return " OR ".join(dict.fromkeys(found))


def all_expression(words: Iterable[AnyOf]) -> str:
    """Each of ``words`` stands in the document; empty if one cannot."""
    expressions = [any_expression(word.phrases) for word in words]
    return " AND ".join(f"({expression})" for expression in expressions) if all(expressions) else ""


def _within(fields: Iterable[Field], typed: str) -> str:
    return f"{{{' '.join(COLUMNS[field] for field in sorted(fields))}}} : {typed}"
