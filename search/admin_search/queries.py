"""What is asked of Wagtail's index: each word as a phrase of its tokens, so any part of a Chinese title finds it."""

from __future__ import annotations

from typing import Any

from modelsearch.query import Phrase, PlainText

from search.text.tokens import tokens_of

#: Wagtail divides a query at white space, and both databases divide words at this sign and look for them as a phrase.
JOINER = ","


def in_tokens(query: Any) -> Any:
    """``query`` in tokens; one that holds none, and what is neither words nor a phrase, as it stands."""
    if isinstance(query, PlainText):
        words = (JOINER.join(tokens_of(word)) for word in query.query_string.split())
        if asked := " ".join(filter(None, words)):
            return PlainText(asked, operator=query.operator)
    elif isinstance(query, Phrase) and (asked := " ".join(tokens_of(query.query_string))):
        return Phrase(asked)
    return query
