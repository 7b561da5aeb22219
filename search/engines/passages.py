"""Which passages of a hit hold a word of the question: they are shown before the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from search.text.holding import holder_of

from .contract import FoundAttachment, Question

Texts = tuple[tuple[str, str], ...]  # (heading, text)


def holder(question: Question) -> Callable[[str], bool]:
    """Says of a text whether one of the question's phrases stands in it."""
    return holder_of({phrase.tokens for word in question.words for phrase in word.phrases})


def holding_first(texts: Texts, holds: Callable[[str], bool]) -> Texts:
    """``texts`` in their order, those with a word before the others."""
    return tuple(sorted(texts, key=lambda text: not _holds_either(text, holds)))


def found_in(attachments: Iterable[FoundAttachment], holds: Callable[[str], bool]) -> tuple[FoundAttachment, ...]:
    """The attachments with a word, by name or in their passages, and of those only the passages that hold one."""
    found = []
    for attachment in attachments:
        passages = tuple(passage for passage in attachment.passages if _holds_either(passage, holds))
        if passages or holds(attachment.name):
            found.append(FoundAttachment(attachment.name, attachment.url, passages))
    return tuple(found)


def _holds_either(passage: tuple[str, str], holds: Callable[[str], bool]) -> bool:
    heading, text = passage
    return holds(text) or bool(heading and holds(heading))
