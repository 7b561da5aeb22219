"""Addresses of screens about one document, below the admin's."""

from __future__ import annotations

from django.urls import path

from .views.offers import OffersView

app_name = "gongkai_documents"
urlpatterns = [path("policy-documents/<int:page_id>/found-in-text/", OffersView.as_view(), name="offers")]
