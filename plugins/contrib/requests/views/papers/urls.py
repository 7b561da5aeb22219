"""Addresses of papers, below ``/admin/plug-ins/requests/``."""

from __future__ import annotations

from django.urls import path

from . import details, fee_rules, fees, letters, papers, redact, wording

PAPERS = "<int:key>/papers/"
LETTER = f"{PAPERS}letters/<int:letter>/"
FILE = f"{PAPERS}files/<int:file>/"

urlpatterns = [
    path("wording/", wording.WordingScreen.as_view(), name="wording"),
    path("wording/cities/<int:owner>/<str:kind>/", wording.CityTemplateScreen.as_view(), name="city_wording_of"),
    path("letter-details/", details.DetailsScreen.as_view(), name="letter_details"),
    path("fee-rules/", fee_rules.FeeRuleScreen.as_view(), name="fee_rules"),
    path("wording/<int:owner>/<str:kind>/", wording.TemplateScreen.as_view(), name="wording_of"),
    path(PAPERS, papers.Papers.as_view(), name="papers"),
    path(f"{PAPERS}files/", papers.SourceView.as_view(), name="source"),
    path(f"{PAPERS}letters/", papers.DraftView.as_view(), name="draft_letter"),
    path(LETTER, letters.LetterScreen.as_view(), name="letter"),
    path(f"{LETTER}acts/<str:act>/", letters.LetterActView.as_view(), name="letter_act"),
    path(f"{LETTER}letter.<str:file_format>", letters.LetterFile.as_view(), name="letter_file"),
    path(f"{FILE}redact/", redact.RedactScreen.as_view(), name="redact"),
    path(f"{FILE}pages/<int:page>.png", redact.PageView.as_view(), name="page"),
    path(f"{PAPERS}fee/", fees.FeeScreen.as_view(), name="fee"),
    path(f"{PAPERS}fee/<int:notice>/", fees.PaidView.as_view(), name="fee_paid"),
    path(f"{PAPERS}fee/<int:notice>/served/", fees.ServedView.as_view(), name="fee_served"),
]
