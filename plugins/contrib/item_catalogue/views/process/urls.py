"""Addresses of the city process, below ``/admin/plug-ins/item-catalogue/process/``."""

from __future__ import annotations

from django.urls import path

from . import assign, board, edit, field, item, settle

ITEM = "<int:key>/items/<uuid:identity>/"

urlpatterns = [
    path("", board.BoardScreen.as_view(), name="board"),
    path("progress.<str:file_format>", board.BoardFileView.as_view(), name="board_file"),
    path("assign/", assign.AssignScreen.as_view(), name="assign"),
    path("<int:key>/", field.FieldScreen.as_view(), name="assignment"),
    path("<int:key>/deadlines/", assign.DeadlinesScreen.as_view(), name="deadlines"),
    path("<int:key>/act/", field.ActView.as_view(), name="act"),
    path("<int:key>/common-elements/", settle.SettleScreen.as_view(), name="settle"),
    path("<int:key>/new/", edit.NewScreen.as_view(), name="item_new"),
    path(ITEM, item.ItemScreen.as_view(), name="work"),
    path(f"{ITEM}edit/", edit.EditScreen.as_view(), name="item_edit"),
    path(f"{ITEM}move/", item.MoveView.as_view(), name="item_move"),
    path(f"{ITEM}remove/", item.RemoveScreen.as_view(), name="item_remove"),
    path(f"{ITEM}suggest/", item.SuggestView.as_view(), name="suggest"),
    path(f"{ITEM}suggestions/<int:number>/", item.AnswerView.as_view(), name="answer"),
    path(f"{ITEM}comment/", item.CommentView.as_view(), name="comment"),
]
