"""Which arguments of which addresses name an object. A test walks the URL map and fails on one that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict
from django.urls import ResolverMatch
from wagtail.snippets.models import get_snippet_models

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
    "wagtailadmin_workflows": {"page_pk": "page", "pk": "workflow"},
    "wagtailadmin_collections": {"pk": "collection", "collection_id": "collection"},
    "wagtailredirects": {"redirect_id": "redirect"},
    "wagtailsites": {"pk": "site"},
    "wagtailusers_api_tokens": {"pk": "token"},
    "wagtailusers_groups": {"pk": "group"},
    "wagtailusers_users": {"pk": "user"},
    "wagtaildocs": {"document_id": "document", "doc_id": "document", "uploaded_file_id": "upload"},
    "wagtaildocs_chooser": {"pk": "document"},
    "wagtailimages": {"image_id": "image", "uploaded_file_id": "upload"},
    "wagtailimages_chooser": {"pk": "image", "image_id": "image"},
    "gongkai_clearance": {"page_id": "page"},
    "wagtailapi_v3": {"page_id": "page", "document_id": "document", "image_id": "image"},
}
#: Arguments of single addresses, where they differ from those of their namespace.
SINGLE_ROUTES: dict[str, dict[str, str]] = {
    "wagtailadmin_choose_page_child": {"parent_page_id": "link target"},
    **{f"wagtailadmin_workflows:{verb}_task": {"pk": "task"} for verb in ("edit", "enable", "disable")},
}
#: Parameters of the query that name objects.
QUERY_PARAMETERS: dict[str, dict[str, str]] = {
    "wagtailadmin_choose_page": {"target_pages[]": "page"},
    "wagtailadmin_choose_page_chosen_multiple": {"id": "link target"},
    "wagtaildocs_chooser:chosen_multiple": {"id": "document"},
    "wagtailimages_chooser:chosen_multiple": {"id": "image"},
}
#: Screens that Wagtail opens to everybody in the admin: the latest work of every unit, and parts of the workflows.
CLOSED = frozenset(
    {
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
        "wagtailadmin_workflows:task_chooser",
        "wagtailadmin_workflows:task_chooser_results",
        "wagtailadmin_workflows:task_chooser_create",
        "wagtailadmin_workflows:task_chosen",
    }
)
SNIPPETS = "wagtailsnippets_"
BULK_ACTION = "wagtail_bulk_action"
EDITING_SESSION = "wagtailadmin_editing_sessions:ping"
ALL = "all"


def named_objects(match: ResolverMatch, query: QueryDict) -> Iterator[tuple[str, Any]]:
    """(kind, key) of every object that the request names in its path or its query."""
    arguments = _path_arguments(match)
    for name, value in match.kwargs.items():
        if name in arguments:
            yield arguments[name], value
    for name, kind in QUERY_PARAMETERS.get(match.view_name, {}).items():
        yield from ((kind, value) for value in query.getlist(name) if value)
    if match.view_name == BULK_ACTION:
        yield from _bulk_objects(match, query)
    elif match.view_name == EDITING_SESSION and (edited := _kind_of(match)):
        yield edited, match.kwargs["object_id"]


def _path_arguments(match: ResolverMatch) -> dict[str, str]:
    if match.namespace.startswith(SNIPPETS):
        return {"pk": _snippet_label(match.namespace)}
    return SINGLE_ROUTES.get(match.view_name) or PATH_ARGUMENTS.get(match.namespace, {})


def _snippet_label(namespace: str) -> str:
    """Label of the model whose screens stand in ``wagtailsnippets_<app>_<model>``."""
    labels = (model._meta.label_lower for model in get_snippet_models())
    return next(label for label in labels if namespace == SNIPPETS + label.replace(".", "_"))


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
