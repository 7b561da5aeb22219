"""Questions in FTS5's language. Tokens stand between quotation marks and hold none, so nobody can write syntax."""

from __future__ import annotations

from collections.abc import Iterable

from search.engines.contract import AnyOf, Phrase

from .schema import COLUMNS


def phrase_expression(phrase: Phrase) -> str:
    """``{c_title c_body} : "政 务"``; empty if the phrase holds nothing or stands nowhere."""
    columns = " ".join(COLUMNS[field] for field in sorted(phrase.fields))
    return f'{{{columns}}} : "{" ".join(phrase.tokens)}"' if columns and phrase.tokens else ""


def prefix_expression(phrase: Phrase) -> str:
    """The same; the last token may be cut short."""
    expression = phrase_expression(phrase)
    return f"{expression} *" if expression else ""


def any_expression(phrases: Iterable[Phrase]) -> str:
    """One of ``phrases`` stands in the document; empty if none can."""
    found = filter(None, map(phrase_expression, phrases))
    return " OR ".join(dict.fromkeys(found))


def all_expression(words: Iterable[AnyOf]) -> str:
    """Each of ``words`` stands in the document; empty if one cannot."""
    expressions = [any_expression(word.phrases) for word in words]
    return " AND ".join(f"({expression})" for expression in expressions) if all(expressions) else ""
