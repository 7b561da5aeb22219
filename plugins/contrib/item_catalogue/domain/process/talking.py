"""What the city and the district say about an item: suggested wordings and comments."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.item_catalogue.enums import TEXTS, Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.lengths import fitting
from plugins.contrib.item_catalogue.models import Assignment, Comment, Item, Suggestion
from plugins.contrib.item_catalogue.process.states import Act, Answer
from plugins.contrib.item_catalogue.wording import tidy

from .drafting import fixed_columns, withheld_columns, write_entry
from .holding import Hold

SUGGESTED, TAKEN = "gongkai.items.wording_suggested", "gongkai.items.suggestion_taken"
DECLINED, COMMENTED = "gongkai.items.suggestion_declined", "gongkai.items.commented"


@transaction.atomic
def suggest_wording(
    *, assignment: Assignment, identity: uuid.UUID, column: Column, text: str, user: Any, seen: str | None = None
) -> Suggestion:
    """Suggest what a column should say; a suggestion that waits for an answer in that column is replaced.

    Raises :class:`ItemsRefused` for a column that is no text or that the city has fixed, for what stands there and for
    what does not fit in.
    """
    hold = Hold(assignment, user)
    item, record = hold.item(identity), hold.records.get(identity)
    hold.judge(item, Act.SUGGEST, seen=seen)
    if record is None or column not in TEXTS or column in fixed_columns(record):
        raise ItemsRefused(_("No wording can be suggested for this column."))
    text, before = fitting(column, text), record.entry.text(column)
    if not text or text == before:
        raise ItemsRefused(_("Write the wording that you suggest; it is the same as now."))
    values = {"text": text, "before": before, "by": user}
    made, _is_new = Suggestion.objects.update_or_create(item=item, column=column, answer=Answer.OPEN, defaults=values)
    log(item, SUGGESTED, user=user, data={"column": column.value, "text": text})
    return made


@transaction.atomic
def answer_suggestion(
    *, assignment: Assignment, number: int, is_taken: bool, user: Any, seen: str | None
) -> Suggestion:
    """Take a suggested wording over into the item, or decline it. Raises :class:`ItemsRefused` for an answered one."""
    hold = Hold(assignment, user)
    open_ones = Suggestion.objects.filter(item__catalogue=hold.assignment.catalogue, answer=Answer.OPEN)
    suggestion = open_ones.filter(pk=number).select_related("item").first()
    if suggestion is None:
        raise ItemsRefused(_("The suggestion has been answered already."))
    item = hold.item(suggestion.item.identity)
    hold.judge(item, Act.ANSWER, seen=seen)
    if is_taken:
        _take(hold, item, suggestion)
    else:
        log(item, DECLINED, user=user, data={"column": suggestion.column, "text": suggestion.text})
    suggestion.answer = Answer.TAKEN if is_taken else Answer.DECLINED
    suggestion.save(update_fields=["answer"])
    return suggestion


def _take(hold: Hold, item: Item, suggestion: Suggestion) -> None:
    column = Column(suggestion.column)
    if column in withheld_columns(hold.actor.roles):
        words = {"column": column.label}
        raise ItemsRefused(_("“%(column)s” is changed by the district's disclosure office.") % words)
    taken: dict[str, Any] = {column.value: fitting(column, suggestion.text)}
    write_entry(hold, item, replace(hold.records[item.identity].entry, **taken), action=TAKEN)


@transaction.atomic
def comment_on(*, assignment: Assignment, identity: uuid.UUID, text: str, user: Any) -> Comment:
    """Say something about an item to the other side."""
    hold, text = Hold(assignment, user), tidy(text)
    item = hold.item(identity)
    hold.judge(item, Act.COMMENT)
    if not text:
        raise ItemsRefused(_("The comment is empty."))
    made = Comment.objects.create(item=item, text=text, by=user)
    log(item, COMMENTED, user=user)
    return made
