"""Submit, take back, accept and return: one item, or several at once."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Item
from plugins.contrib.item_catalogue.process.states import Act, Answer
from plugins.contrib.item_catalogue.structure import Entry
from plugins.contrib.item_catalogue.wording import tidy

from .holding import Hold

#: Acts by which items change hands, and their names in the log.
MOVES: Mapping[Act, str] = {
    Act.SUBMIT: "gongkai.items.item_submitted",
    Act.TAKE_BACK: "gongkai.items.item_taken_back",
    Act.ACCEPT: "gongkai.items.item_accepted",
    Act.RETURN: "gongkai.items.item_returned",
}
#: What an item says before anybody audits it.
NEEDED = (Column.CONTENT, Column.LIMIT, Column.BODY)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Items with which it was done, and those with which it was not, each with the reason."""

    done: list[Item] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


@transaction.atomic
def perform(
    *, assignment: Assignment, act: Act, seen: Mapping[uuid.UUID, str | None], user: Any, reason: str = ""
) -> Outcome:
    """Do ``act`` with every item of ``seen`` (identity → what it said, see ``digest_of``) with which it can be done.

    An item with which it cannot be done stops no other. Returning needs a reason; raises :class:`ItemsRefused`
    without one, and for an act by which no item changes hands.
    """
    if act not in MOVES:
        raise ItemsRefused(_("“%(act)s” is done with one item at a time.") % {"act": act.label})
    reason = tidy(reason)
    if act == Act.RETURN and not reason:
        raise ItemsRefused(_("Say why it is returned, so that the district can mend it."))
    hold, outcome = Hold(assignment, user), Outcome()
    for identity, digest in seen.items():
        try:
            item = hold.item(identity)
            _move(hold, item, act, seen=digest, reason=reason)
        except ItemsRefused as error:
            record = hold.records.get(identity)
            outcome.refused.append((record.entry.name if record else str(identity), str(error)))
        else:
            outcome.done.append(item)
    return outcome


def _move(hold: Hold, item: Item, act: Act, *, seen: str | None, reason: str) -> None:
    found = hold.judge(item, act, seen=seen)
    if act == Act.SUBMIT:
        _check_complete(hold.records[item.identity].entry)
    kept = reason if act == Act.RETURN else ""
    hold.move(item, found.after, reason=kept)
    if act == Act.ACCEPT:
        item.suggestions.filter(answer=Answer.OPEN).update(answer=Answer.DROPPED)
    log(item, MOVES[act], user=hold.actor.user, data={"reason": kept} if kept else None)


def _check_complete(entry: Entry) -> None:
    if missing := [str(column.label) for column in NEEDED if not entry.text(column)]:
        raise ItemsRefused(_("Fill in first: %(columns)s.") % {"columns": "、".join(missing)})
