"""Wagtail's search on SQLite, in tokens."""

from __future__ import annotations

from typing import Any

from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)

from .queries import in_tokens
from .rows import TokenIndex


class _InTokens:
    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        return super().build_search_query_content(in_tokens(query), config=config)  # type: ignore[misc]


class TokenQueryCompiler(_InTokens, SQLiteSearchQueryCompiler):
    """Whole words."""


class TokenAutocompleteCompiler(_InTokens, SQLiteAutocompleteQueryCompiler):
    """The last word may be cut short."""


class TokenSQLiteIndex(TokenIndex, SQLiteIndex):
    """The rows, in the table that Wagtail made."""


class TokenBackend(SQLiteSearchBackend):
    """Wagtail's backend with our rows and queries."""

    query_compiler_class = TokenQueryCompiler
    autocomplete_query_compiler_class = TokenAutocompleteCompiler
    index_class = TokenSQLiteIndex
