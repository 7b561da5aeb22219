"""Choosers and the admin's API show what the person may see."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks

from .admin_api import VisibleDocumentsAPIViewSet, VisibleImagesAPIViewSet
from .pages import pages_to_link


@hooks.register("construct_page_chooser_queryset")
def choose_visible_pages(pages: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    """Drafts of other units are not offered, nor found by searching."""
    return pages_to_link(request.user, pages)


@hooks.register("construct_admin_api", order=1)
def serve_visible_files(router: Any) -> None:
    """Take the place of Wagtail's endpoints of the same names, which were registered before."""
    router.register_endpoint("documents", VisibleDocumentsAPIViewSet)
    router.register_endpoint("images", VisibleImagesAPIViewSet)
