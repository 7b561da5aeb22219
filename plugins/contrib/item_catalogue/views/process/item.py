"""One item as both sides see it: what it says, what is suggested, what was said and done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from plugins.contrib.item_catalogue.domain.keeping import record_of
from plugins.contrib.item_catalogue.domain.process.drafting import fixed_columns, move_item, remove_item
from plugins.contrib.item_catalogue.domain.process.holding import digest_of, state_of
from plugins.contrib.item_catalogue.domain.process.talking import answer_suggestion, comment_on, suggest_wording
from plugins.contrib.item_catalogue.enums import CHOICES, TEXTS, Column
from plugins.contrib.item_catalogue.models import Suggestion
from plugins.contrib.item_catalogue.process.differences import Span, side_by_side
from plugins.contrib.item_catalogue.process.states import Act, Answer
from plugins.contrib.item_catalogue.process.transitions import possible_acts
from plugins.contrib.item_catalogue.records import Record

from .base import AssignmentScreen, ItemOfAssignment

LONG = frozenset({Column.CONTENT, Column.BASIS, Column.LIMIT})


@dataclass(frozen=True, slots=True)
class Line:
    """A column of the item; with a suggestion, both wordings in pieces."""

    column: Column
    text: str
    is_fixed: bool
    suggestion: Suggestion | None = None
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()

    @property
    def is_text(self) -> bool:
        return self.column in TEXTS

    @property
    def is_long(self) -> bool:
        return self.column in LONG


class ItemScreen(ItemOfAssignment):
    """The item; which acts it offers follows from its state and the person's roles."""

    template_name = "gongkai_items/process/item.html"

    def get_page_title(self) -> str:
        return str(self.item)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record, state = record_of(self.item), state_of(self.assignment, self.item)
        lines = lines_of(record, list(self.item.suggestions.filter(answer=Answer.OPEN)))
        identities = list(self.actor.items_of(self.assignment).values_list("identity", flat=True).order_by("position"))
        here = identities.index(self.item.identity)
        context = {
            "assignment": self.assignment,
            "item": self.item,
            "state": state,
            "reason": getattr(getattr(self.item, "progress", None), "reason", ""),
            "acts": possible_acts(state, self.actor.roles_at(self.item)),
            "lines": lines,
            "suggestible": [line for line in lines if line.is_text and not line.is_fixed],
            "digest": digest_of(record.entry),
            "comments": self.item.comments.select_related("by"),
            "history": ModelLogEntry.objects.for_instance(self.item).select_related("user")[:50],
            "before": identities[here - 1] if here else None,
            "after": identities[here + 1] if here + 1 < len(identities) else None,
            "here": here + 1,
            "total": len(identities),
        }
        return super().get_context_data(**context, **kwargs)


def lines_of(record: Record, suggestions: list[Suggestion]) -> list[Line]:
    """Every column of the item, in the order of the standard catalogue."""
    entry, fixed = record.entry, fixed_columns(record)
    waiting = {one.column: one for one in suggestions}
    lines = []
    for column in TEXTS:
        one = waiting.get(column.value)
        left, right = side_by_side(entry.text(column), one.text) if one else ((), ())
        lines.append(Line(column, entry.text(column), column in fixed, one, tuple(left), tuple(right)))
    for kind in CHOICES:
        chosen = [
            f"{one.label}：{one.note}" if one.note else one.label for one in entry.choices_of(kind) if one.is_chosen
        ]
        lines.append(Line(kind, "、".join(chosen), kind in fixed))
    return lines


class SuggestView(ItemOfAssignment):
    """``POST`` ``column`` and ``text``: suggest a wording."""

    http_method_names = ("post",)
    needed = Act.SUGGEST

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.attempt(self._suggest)
        return self.to_item()

    def _suggest(self) -> str:
        given = self.request.POST
        column = Column(given["column"]) if given.get("column") in Column.values else Column.EXTRA
        suggest_wording(
            assignment=self.assignment,
            identity=self.item.identity,
            column=column,
            text=given.get("text", ""),
            seen=given.get("seen", ""),
            user=self.request.user,
        )
        return _("The wording is suggested.")


class AnswerView(ItemOfAssignment):
    """``POST`` ``answer``, taken or declined: answer a suggestion."""

    http_method_names = ("post",)
    needed = Act.ANSWER

    def post(self, request: HttpRequest, number: int, **kwargs: Any) -> HttpResponse:
        self.attempt(lambda: self._answer(number))
        return self.to_item()

    def _answer(self, number: int) -> str:
        is_taken = self.request.POST.get("answer") == Answer.TAKEN
        given = {"is_taken": is_taken, "seen": self.request.POST.get("seen", ""), "user": self.request.user}
        answer_suggestion(assignment=self.assignment, number=number, **given)
        return _("The wording is taken over.") if is_taken else _("The suggestion is declined.")


class CommentView(ItemOfAssignment):
    """``POST`` ``text``: say something about the item."""

    http_method_names = ("post",)
    needed = Act.COMMENT

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.attempt(self._comment)
        return self.to_item()

    def _comment(self) -> str:
        text = self.request.POST.get("text", "")
        comment_on(assignment=self.assignment, identity=self.item.identity, text=text, user=self.request.user)
        return _("The comment is written.")


class MoveView(ItemOfAssignment):
    """``POST`` ``places``, 1 or -1: another place in the catalogue."""

    http_method_names = ("post",)
    needed = Act.SUBMIT

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.attempt(self._move)
        return _to_row(self, f"item-{self.item.identity}")

    def _move(self) -> str:
        places = -1 if self.request.POST.get("places") == "-1" else 1
        move_item(assignment=self.assignment, identity=self.item.identity, places=places, user=self.request.user)
        return _("“%(item)s” is moved.") % {"item": self.item}


class RemoveScreen(ItemOfAssignment):
    """Asks before an item is taken out."""

    template_name = "gongkai_items/process/remove.html"
    needed = Act.REMOVE

    def get_page_title(self) -> str:
        return _("Take “%(item)s” out") % {"item": self.item}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        digest = digest_of(record_of(self.item).entry)
        return super().get_context_data(item=self.item, assignment=self.assignment, digest=digest, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return _to_row(self, "items") if self.attempt(self._remove) else self.to_item()

    def _remove(self) -> str:
        seen = self.request.POST.get("seen", "")
        remove_item(assignment=self.assignment, identity=self.item.identity, seen=seen, user=self.request.user)
        return _("“%(item)s” is taken out. What it said stays in the history of the field.") % {"item": self.item}


def _to_row(screen: AssignmentScreen, anchor: str) -> HttpResponse:
    return redirect(f"{screen.assignment_url}#{anchor}")
