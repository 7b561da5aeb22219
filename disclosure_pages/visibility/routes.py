"""Which arguments of which addresses name an object. A test walks the URL map and fails on one that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict
from django.urls import ResolverMatch

from .objects import KIND_OF_MODEL

#: Arguments in the path, the same wherever they stand below a namespace.
PATH_ARGUMENTS: dict[str, dict[str, str]] = {
    "": {"parent_page_id": "page"},  # the explorer stands outside every namespace
    "wagtailadmin_pages": {
        "page_id": "page",
        "parent_page_id": "page",
        "page_to_move_id": "page",
        "destination_id": "page",
        "pk": "page",
    },
    "wagtailadmin_api:pages": {"pk": "page"},
    "wagtailadmin_api:documents": {"pk": "document"},
    "wagtailadmin_api:images": {"pk": "image"},
    "wagtailadmin_workflows": {"page_pk": "page"},
    "wagtaildocs": {"document_id": "document", "doc_id": "document", "uploaded_file_id": "upload"},
    "wagtaildocs_chooser": {"pk": "document"},
    "wagtailimages": {"image_id": "image", "uploaded_file_id": "upload"},
    "wagtailimages_chooser": {"pk": "image", "image_id": "image"},
    "gongkai_clearance": {"page_id": "page"},
    "wagtailapi_v3": {"page_id": "page", "document_id": "document", "image_id": "image"},
}
#: Arguments of single addresses, where they differ from those of their namespace.
SINGLE_ROUTES: dict[str, dict[str, str]] = {"wagtailadmin_choose_page_child": {"parent_page_id": "link target"}}
#: Parameters of the query that name objects.
QUERY_PARAMETERS: dict[str, dict[str, str]] = {
    "wagtailadmin_choose_page": {"target_pages[]": "page"},
    "wagtailadmin_choose_page_chosen_multiple": {"id": "link target"},
    "wagtaildocs_chooser:chosen_multiple": {"id": "document"},
    "wagtailimages_chooser:chosen_multiple": {"id": "image"},
}
#: Screens that show the latest work of every unit to anybody with a page right; nobody needs them.
CLOSED = frozenset({"wagtailadmin_reports:page_types_usage", "wagtailadmin_reports:page_types_usage_results"})
BULK_ACTION = "wagtail_bulk_action"
EDITING_SESSION = "wagtailadmin_editing_sessions:ping"
ALL = "all"


def named_objects(match: ResolverMatch, query: QueryDict) -> Iterator[tuple[str, Any]]:
    """(kind, key) of every object that the request names in its path or its query."""
    arguments = SINGLE_ROUTES.get(match.view_name) or PATH_ARGUMENTS.get(match.namespace, {})
    for name, value in match.kwargs.items():
        if name in arguments:
            yield arguments[name], value
    for name, kind in QUERY_PARAMETERS.get(match.view_name, {}).items():
        yield from ((kind, value) for value in query.getlist(name) if value)
    if match.view_name == BULK_ACTION:
        yield from _bulk_objects(match, query)
    elif match.view_name == EDITING_SESSION and (kind := _kind_of(match)):
        yield kind, match.kwargs["object_id"]


def _kind_of(match: ResolverMatch) -> str | None:
    model = f"{match.kwargs['app_label']}.{match.kwargs['model_name']}".lower()
    return KIND_OF_MODEL.get(model)


def _bulk_objects(match: ResolverMatch, query: QueryDict) -> Iterator[tuple[str, Any]]:
    """The chosen objects. “All” of a listing of pages stands for whatever lies below one section, and nothing wider."""
    kind = _kind_of(match)
    if kind is None:
        return
    for key in query.getlist("id"):
        if key != ALL:
            yield kind, key
        elif kind == "page":
            yield "section", query.get("childOf", "")
