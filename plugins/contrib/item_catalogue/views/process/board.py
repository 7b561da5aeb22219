"""The progress board, on the screen and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import SHEET_TYPES, csv_lines_of, districts_of, workbook_of
from plugins.contrib.item_catalogue.domain.process.board import Board, BoardQuery, board_of
from plugins.contrib.item_catalogue.domain.process.progress import Standing
from plugins.contrib.item_catalogue.models import Assignment
from plugins.contrib.item_catalogue.process.states import ItemState, Step, Tone
from plugins.contrib.item_catalogue.process.transitions import CITY

from .base import ProcessScreen


class BoardScreen(ProcessScreen):
    """Fields by districts; a district sees its own column."""

    template_name = "gongkai_items/process/board.html"

    @cached_property
    def board(self) -> Board:
        visible = Assignment.objects.visible_to(self.request.user)
        return board_of(self.districts, self.query, today=timezone.localdate(), among=visible)

    @cached_property
    def query(self) -> BoardQuery:
        return BoardQuery.read(self.request.GET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        figures = [(tone, self.board.number_of(tone)) for tone in Tone]
        context = {
            "board": self.board,
            "query": self.query,
            "figures": figures,
            "steps": Step,
            "tones": Tone,
            "all_districts": self.districts,
            "is_city": is_city(self.request),
            "address": self.request.GET.urlencode(),
        }
        return super().get_context_data(**context, **kwargs)


class BoardFileView(BoardScreen):
    """What the board shows, a row for each assignment."""

    def get(self, request: HttpRequest, *args: Any, file_format: str, **kwargs: Any) -> HttpResponse:
        if file_format not in SHEET_TYPES:
            raise Http404
        headers = {"Content-Disposition": f'attachment; filename="progress.{file_format}"'}
        return HttpResponse(
            _file(self.board.standings, file_format), content_type=SHEET_TYPES[file_format], headers=headers
        )


def is_city(request: HttpRequest) -> bool:
    """Whether the person is one of the city's auditors, who assign fields."""
    return districts_of(request.user, CITY).exists()


def columns() -> list[tuple[str, Any]]:
    """Headings and values of the file."""
    states = [(str(state.label), lambda one, state=state: one.counts.get(state, 0)) for state in ItemState]
    return [
        (_("Field of disclosure"), lambda one: one.assignment.field.name),
        (_("District"), lambda one: one.assignment.district.name),
        (_("Step that is open"), lambda one: str(one.step.label)),
        (_("Due on"), lambda one: one.due.isoformat() if one.due else ""),
        (_("Deadline"), lambda one: str(one.tone.label)),
        (_("Percent"), lambda one: one.percent),
        (_("Items in all"), lambda one: one.total),
        *states,
    ]


def _file(rows: Sequence[Standing], file_format: str) -> bytes:
    if file_format == "csv":
        return "".join(csv_lines_of(rows, columns=columns())).encode()
    return workbook_of(rows, columns=columns(), widths=(24, 14, 16, 12, 14, 9, 9), title=_("Progress"))
