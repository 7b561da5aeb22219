"""Wagtail's search on PostgreSQL, in tokens."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchVector
from django.db.models import F, Func, TextField, Value
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)

from search.text.folding import HAN

from .queries import in_tokens
from .rows import TokenIndex


class _InTokens:
    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        return super().build_tsquery_content(in_tokens(query), config=config, invert=invert)  # type: ignore[misc]

    def get_fields_vectors(self, search_query: Any) -> list[tuple[SearchVector, float]]:
        """Whoever names fields asks their columns and not the index, so PostgreSQL has to put the spaces in."""
        fields: dict[str, Any] = self.search_fields  # type: ignore[attr-defined]
        return [
            (SearchVector(_spaced(name), config=search_query.config), getattr(field, "boost", None) or 1.0)
            for name, field in fields.items()
        ]


def _spaced(name: str) -> Func:
    between = Value(f"([{HAN}])"), Value(r" \1 "), Value("g")
    return Func(F(name), *between, function="regexp_replace", output_field=TextField())


class TokenQueryCompiler(_InTokens, PostgresSearchQueryCompiler):
    """Whole words."""


class TokenAutocompleteCompiler(_InTokens, PostgresAutocompleteQueryCompiler):
    """The last word may be cut short."""


class TokenPostgresIndex(TokenIndex, PostgresIndex):
    """The rows, in the table that Wagtail made."""


class TokenBackend(PostgresSearchBackend):
    """Wagtail's backend with our rows and queries."""

    query_compiler_class = TokenQueryCompiler
    autocomplete_query_compiler_class = TokenAutocompleteCompiler
    index_class = TokenPostgresIndex
