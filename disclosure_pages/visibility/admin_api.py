"""Files in the admin's own API; Wagtail lists every file of the site there, whoever asks."""

from __future__ import annotations

from django.db.models import QuerySet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet


class VisibleDocumentsAPIViewSet(DocumentsAdminAPIViewSet):
    """Documents that the person may see."""

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().visible_to(self.request.user)


class VisibleImagesAPIViewSet(ImagesAdminAPIViewSet):
    """Images that the person may see."""

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().visible_to(self.request.user)
