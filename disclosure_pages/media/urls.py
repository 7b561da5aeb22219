"""Addresses of files. Wagtail's names are kept, because its models and screens reverse them."""

from __future__ import annotations

from django.urls import path

from .views import serve_document, serve_rendition

urlpatterns = [
    path("documents/<int:document_id>/<path:filename>", serve_document, name="wagtaildocs_serve"),
    path("images/<int:rendition_id>/<str:filename>", serve_rendition, name="gongkai_media_rendition"),
]
