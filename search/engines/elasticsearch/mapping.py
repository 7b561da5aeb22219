"""How a new index is made. Only what every cluster has: no analysis but at spaces, no script, no plug-in.

``index_phrases`` keeps pairs of tokens as terms, so that a word of two characters is one term with a frequency of its
own instead of two long lists to be compared. Days are numbers (``date.toordinal``): ranges and decay need nothing else.
"""

from __future__ import annotations

from typing import Any

from search.engines.contract import AddedFacet, AnyFacet, FacetName, Field

#: A change can be found after so long; half of what readers are promised.
REFRESH = "1s"
#: Beyond this many hits only a cursor leads on.
WINDOW = 10_000

# No term may be longer than 32,766 octets.
_KEYWORD: dict[str, Any] = {"type": "keyword", "ignore_above": 8_000}
#: Facets that other rooms add have fields below this one, made when a document has the first value.
_ADDED = "added"
_COUNTED = sorted(set(FacetName) - {FacetName.FORCE})


def new_settings(*, shards: int) -> dict[str, Any]:
    """Settings while an index is built: one copy, and nothing can be found yet, so loading is quick."""
    return {
        "number_of_shards": shards,
        "number_of_replicas": 0,
        "refresh_interval": "-1",
        "max_result_window": WINDOW,
        "similarity": {"default": {"type": "BM25", "k1": 1.2, "b": 0.4}},
    }


def serving_settings(*, replicas: int) -> dict[str, Any]:
    """Settings of an index that answers."""
    return {"number_of_replicas": replicas, "refresh_interval": REFRESH}


def mappings() -> dict[str, Any]:
    """The fields of an index. Nothing but ``shown`` is given back, and nothing of that is searched."""
    return {
        "dynamic": "strict",
        "_source": {"includes": ["shown"]},
        "dynamic_templates": [
            {"force": {"path_match": "force.*", "mapping": {"type": "integer_range"}}},
            {"added": {"path_match": f"{_ADDED}.*", "mapping": _KEYWORD}},
        ],
        "properties": {
            "key": {"type": "long"},
            "alive": {"type": "boolean"},
            "shown": {"type": "object", "enabled": False},
            "whole_title": _KEYWORD,
            "number_key": _KEYWORD,
            "index_number": _KEYWORD,
            "number_order": _KEYWORD,
            "title_length": {"type": "integer"},
            "published_day": {"type": "integer"},
            "force": {"type": "object", "dynamic": True},
            "in_force": {"type": "integer_range"},
            "has_force": {"type": "boolean"},
            _ADDED: {"type": "object", "dynamic": True},
            **{field.value: {"type": "text", "analyzer": "whitespace", "index_phrases": True} for field in Field},
            **{facet_field(name): _KEYWORD | {"eager_global_ordinals": True} for name in _COUNTED},
        },
    }


def facet_field(name: AnyFacet) -> str:
    """The field that a facet counts; the force depends on the day and has a field for each force instead."""
    if isinstance(name, AddedFacet):
        return f"{_ADDED}.{added_field(name)}"
    return f"facet_{name.value}"


def added_field(name: AddedFacet) -> str:
    """Below the object of added facets: a dot would lead to an object further down."""
    return name.value.replace(".", "__")
