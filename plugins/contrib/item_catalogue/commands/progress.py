"""``items progress``: the progress board as lines."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import District, Report, place_called
from plugins.contrib.item_catalogue.domain.process.board import BoardQuery, board_of
from plugins.contrib.item_catalogue.domain.process.progress import Standing
from plugins.contrib.item_catalogue.process.states import Step, Tone

from .places import field_asked

NAME = "progress"
HELP = "How far each field of each district is, what it waits for, and by when."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--field", metavar="CODE", default="", help="this field alone")
    parser.add_argument("--district", metavar="SLUG", default="", help="this district alone")
    parser.add_argument("--step", choices=Step.values, default="", help="those in which this step waits")
    parser.add_argument("--tone", choices=Tone.values, default="", help="those with such a deadline")


def run(*, field: str, district: str, step: str, tone: str, **options: Any) -> Report:
    """What the board of the admin shows."""
    districts = [place_called(District, district)] if district else list(District.objects.all())
    code = field_asked(field).code if field else ""
    board = board_of(districts, BoardQuery(code, district, step, tone), today=timezone.localdate())
    lines = [_line(standing) for standing in board.standings] or [_("No field is assigned.")]
    return Report(lines, {"assignments": [_values(standing) for standing in board.standings]})


def _line(one: Standing) -> str:
    states = "、".join(f"{state.label} {number}" for state, number in one.states)
    due = f" · {one.due.isoformat()} {one.tone.label}" if one.due else ""
    return f"{one.assignment} · {one.step.label}{due} · {one.percent} % · {states}".rstrip(" ·")


def _values(one: Standing) -> dict[str, Any]:
    return {
        "field": one.assignment.field.code,
        "district": one.assignment.district.slug,
        "step": one.step.value,
        "due": one.due,
        "tone": one.tone.value,
        "percent": one.percent,
        "items": {state.value: number for state, number in one.states},
    }
