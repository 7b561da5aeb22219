"""What is written into a row of Wagtail's index: the tokens of each text, with spaces between them."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any

from modelsearch.index import AutocompleteField, RelatedFields, SearchField

from search.text.tokens import tokens_of


class InTokens:
    """Stands for an object while its row is written: its fields give tokens instead of text."""

    def __init__(self, instance: Any) -> None:
        self.instance = instance
        self.pk = instance.pk

    def get_search_fields(self) -> list[Any]:
        """The object's fields; Wagtail asks them for their values."""
        return [_in_tokens(field) for field in self.instance.get_search_fields()]


class TokenIndex:
    """Before Wagtail's index in the order of bases."""

    def add_items(self, model: Any, objs: Iterable[Any]) -> None:
        """Write a row for each of ``objs``."""
        super().add_items(model, [InTokens(one) for one in objs])  # type: ignore[misc]


def _in_tokens(field: Any) -> Any:
    copied = copy(field)
    if isinstance(field, RelatedFields):
        copied.fields = [_in_tokens(below) for below in field.fields]
        copied.get_value = lambda owner: field.get_value(_instance(owner))
    elif isinstance(field, SearchField | AutocompleteField):
        copied.get_value = lambda owner: spaced_value(field.get_value(_instance(owner)))
    return copied


def _instance(owner: Any) -> Any:
    return owner.instance if isinstance(owner, InTokens) else owner


def spaced_value(value: Any) -> Any:
    """``value`` with the tokens of every text in it spaced; Wagtail takes texts, lists and dictionaries of them."""
    if isinstance(value, str):
        return " ".join(tokens_of(value))
    if isinstance(value, list):
        return [spaced_value(one) for one in value]
    if isinstance(value, dict):
        return {key: spaced_value(one) for key, one in value.items()}
    return value
