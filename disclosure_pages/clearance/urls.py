"""Addresses of clearance below the admin's."""

from __future__ import annotations

from django.urls import path

from .views.acts import DeleteView, ForceView, MoveView, RecallView, WithdrawView
from .views.contents import ContentsView
from .views.preview import preview_latest, preview_review
from .views.queue import QueueView
from .views.reports import ClearanceReportView, FailureReportView, ForcedReportView, WithdrawalReportView
from .views.review import ReviewView

REPORTS = {
    "clearances": ClearanceReportView,
    "forced": ForcedReportView,
    "withdrawals": WithdrawalReportView,
    "failures": FailureReportView,
}

app_name = "gongkai_clearance"
urlpatterns = [
    path("review/", QueueView.as_view(), name="queue"),
    path("review/results/", QueueView.as_view(results_only=True), name="queue_results"),
    path("review/<int:task_state_id>/", ReviewView.as_view(), name="review"),
    path("review/<int:task_state_id>/preview/", preview_review, name="review_preview"),
    path("contents/", ContentsView.as_view(), name="contents"),
    path("contents/results/", ContentsView.as_view(results_only=True), name="contents_results"),
    path("contents/<int:page_id>/withdraw/", WithdrawView.as_view(), name="withdraw"),
    path("contents/<int:page_id>/delete/", DeleteView.as_view(), name="delete"),
    path("contents/<int:page_id>/move/", MoveView.as_view(), name="move"),
    path("contents/<int:page_id>/force/", ForceView.as_view(), name="force"),
    path("contents/<int:page_id>/force/preview/", preview_latest, name="force_preview"),
    path("contents/<int:page_id>/recall/", RecallView.as_view(), name="recall"),
    *(path(f"reports/{name}/", view.as_view(), name=f"report_{name}") for name, view in REPORTS.items()),
    *(
        path(f"reports/{name}/results/", view.as_view(results_only=True), name=f"report_{name}_results")
        for name, view in REPORTS.items()
    ),
]
