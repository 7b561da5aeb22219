"""Addresses of this room below the admin's."""

from __future__ import annotations

from django.urls import path

from .views.approval import ApprovalView
from .views.catalogue import CatalogueView, EntryView
from .views.expiring import ExpiringView, FollowUpView
from .views.force_acts import AnnulView, ForceListView, LiftView, RecordView
from .views.reexaminations import (
    ReexaminationConcludeView,
    ReexaminationIndexView,
    ReexaminationTableView,
    ReexaminationView,
)
from .views.round_acts import CancelView, ConcludeView, TakeBackView, UndoView
from .views.rounds import CreateView, IndexView, OpenView, OverviewView, ResultSheetView, SelectView
from .views.unit_table import UnitSheetView, UnitTableView

app_name = "gongkai_rounds"
urlpatterns = [
    path("rounds/", IndexView.as_view(), name="index"),
    path("rounds/new/", CreateView.as_view(), name="create"),
    path("rounds/<int:round_id>/", OverviewView.as_view(), name="round"),
    path("rounds/<int:round_id>/select/", SelectView.as_view(), name="select"),
    path("rounds/<int:round_id>/open/", OpenView.as_view(), name="open"),
    path("rounds/<int:round_id>/approval/", ApprovalView.as_view(), name="approval"),
    path("rounds/<int:round_id>/conclude/", ConcludeView.as_view(), name="conclude"),
    path("rounds/<int:round_id>/take-back/", TakeBackView.as_view(), name="take_back"),
    path("rounds/<int:round_id>/cancel/", CancelView.as_view(), name="cancel"),
    path("rounds/<int:round_id>/undo/", UndoView.as_view(), name="undo"),
    path("rounds/<int:round_id>/result.xlsx", ResultSheetView.as_view(), name="result_sheet"),
    path("rounds/units/<int:part_id>/", UnitTableView.as_view(), name="unit_table"),
    path("rounds/units/<int:part_id>/file/", UnitSheetView.as_view(), name="unit_sheet"),
    path("legal-force/", ForceListView.as_view(), name="force"),
    path("legal-force/results/", ForceListView.as_view(results_only=True), name="force_results"),
    path("legal-force/<int:record_id>/", RecordView.as_view(), name="record"),
    path("legal-force/<int:record_id>/annul/", AnnulView.as_view(), name="annul"),
    path("legal-force/relations/<int:relation_id>/lift/", LiftView.as_view(), name="lift"),
    path("expiring/", ExpiringView.as_view(), name="expiring"),
    path("expiring/<int:record_id>/draft/", FollowUpView.as_view(), name="follow_up"),
    path("reexaminations/", ReexaminationIndexView.as_view(), name="reexaminations"),
    path("reexaminations/<int:campaign_id>/", ReexaminationView.as_view(), name="reexamination"),
    path(
        "reexaminations/<int:campaign_id>/units/<int:unit_id>/",
        ReexaminationTableView.as_view(),
        name="reexamination_table",
    ),
    path(
        "reexaminations/<int:campaign_id>/conclude/", ReexaminationConcludeView.as_view(), name="reexamination_conclude"
    ),
    path("catalogue/", CatalogueView.as_view(), name="catalogue"),
    path("catalogue/<int:entry_id>/", EntryView.as_view(), name="catalogue_entry"),
]
