"""How questions are written for the cluster. Loaded with the client's library, when the first one is asked."""

from __future__ import annotations

from typing import Any

from elasticsearch.serializer import JsonSerializer

from .writing import as_json


class WholeCharacters(JsonSerializer):
    """The client's own would send halves of characters, which no server can read."""

    def json_dumps(self, data: Any) -> bytes:
        """``data`` in UTF-8."""
        return as_json(data)
