"""Files in API v3; Wagtail lists every file of the site there, whoever asks."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest

from disclosure_pages.media.models import DisclosureDocument, DisclosureImage


def visible_documents(request: HttpRequest) -> QuerySet[DisclosureDocument]:
    """Documents that the token's owner may see."""
    return DisclosureDocument.objects.visible_to(request.user).prefetch_related("tags").order_by("id")


def visible_images(request: HttpRequest) -> QuerySet[DisclosureImage]:
    """Images that the token's owner may see."""
    return DisclosureImage.objects.visible_to(request.user).prefetch_related("tags").order_by("id")


def narrow_file_lists() -> None:
    """Put our querysets in the place of Wagtail's, which have neither a hook nor a setting.

    Called when addresses are loaded: Wagtail's routers cannot be imported before its apps are ready.
    """
    from wagtail.documents.api.v3 import router as documents_router
    from wagtail.images.api.v3 import router as images_router

    documents_router.get_documents_queryset = visible_documents
    images_router.get_images_queryset = visible_images
