"""Search documents, and requests as a reader's words make them, without any page behind them."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from search.documents import AttachmentText, ForceSpan, Passage, SearchDocument
from search.engines.contract import AnyOf, Phrase, Question, SearchRequest
from search.text.tokens import tokens_of

_keys = count(1)
TODAY = dt.date(2026, 6, 1)


def make_search_document(title: str = "", body: str = "", *, attachment: str = "", **values: Any) -> SearchDocument:
    """A document with one passage and, if it says something, one attachment."""
    key = values.pop("key", None) or next(_keys)
    given = {"version": 1, "page_type": "article", "district": "furong", "unit": "u1", "url": f"/furong/{key}/"}
    passages = (Passage(body),) if body else ()
    attachments = (AttachmentText("附件.docx", "/d/1", (Passage(attachment),)),) if attachment else ()
    return SearchDocument(
        **{"key": key, "title": title, "passages": passages, "attachments": attachments} | given | values
    )


def make_force(force: str = "in_force", *, since: dt.date = dt.date.min, until: dt.date = dt.date.max) -> ForceSpan:
    return ForceSpan(force, force in {"in_force", "amended", "partially_repealed"}, since, until)


def make_phrase(text: str, **values: Any) -> Phrase:
    return Phrase(tuple(tokens_of(text)), **values)


def make_request(*words: str, without: tuple[str, ...] = (), least: int | None = None, **values: Any) -> SearchRequest:
    """Asks for all of ``words``, each as it is; ``|`` stands between alternatives."""
    question = Question(tuple(map(_word, words)), tuple(map(_word, without)), least, values.pop("preferred", ()))
    return SearchRequest(**{"question": question, "on": TODAY} | values)


def _word(text: str) -> AnyOf:
    return AnyOf(tuple(make_phrase(alternative) for alternative in text.split("|")))
