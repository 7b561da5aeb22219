"""Take elements from what was fetched: what would change first, then exactly that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import City, District
from plugins.contrib.item_catalogue.comparison import Change
from plugins.contrib.item_catalogue.domain.keeping import records_of, save_records
from plugins.contrib.item_catalogue.domain.process.guarding import refuse_overwriting
from plugins.contrib.item_catalogue.domain.versions import draft_version, latest_version
from plugins.contrib.item_catalogue.enums import CHOICES, ELEMENTS, Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import ElementSource, PlatformCopy
from plugins.contrib.item_catalogue.owning import columns_of
from plugins.contrib.item_catalogue.records import Record, by_key, differing, with_columns_of
from plugins.contrib.item_catalogue.structure import Choice, Entry, keyed, standard_shape
from plugins.contrib.item_catalogue.wording import word_key

from .fetching import copied
from .schema import PlatformItem

TAKEN = "gongkai.items.platform_taken"


@dataclass(frozen=True, slots=True)
class PlatformPlan:
    """What taking would do: ``changed`` items, ``kept`` elements that contradict the platform and stay as they are,
    and ``unknown`` items that the catalogue does not have: which items there are, the catalogue decides."""

    records: tuple[Record, ...]
    changed: tuple[tuple[Record, Change, str], ...] = ()
    kept: tuple[Change, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def changes(self) -> list[Change]:
        """The changes alone."""
        return [change for _record, change, _code in self.changed]

    @property
    def digest(self) -> str:
        """Names the plan, so that a person takes what was seen."""
        told = [(str(record.identity), change, code) for record, change, code in self.changed]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def plan_elements(*, copy: PlatformCopy, owner: City | District) -> PlatformPlan:
    """Compare what was fetched with the draft or the last version of ``owner``; writes nothing."""
    latest = latest_version(field=copy.field, owner=owner)
    return _compare(records_of(latest) if latest else [], copied(copy))


@transaction.atomic
def take_elements(*, copy: PlatformCopy, owner: City | District, seen: str, user: Any = None) -> PlatformPlan:
    """Write the elements into the draft of ``owner``'s catalogue, each with where it came from.

    Raises :class:`ItemsRefused` when there is nothing to take, ``seen`` is not what would be done now, or an item that
    would change is with the city.
    """
    copy = PlatformCopy.objects.select_for_update().get(pk=copy.pk)
    plan = plan_elements(copy=copy, owner=owner)
    if plan.digest != seen:
        raise ItemsRefused(_("What would change is not what you have seen: look again and take it then."))
    if not plan.changed:
        raise ItemsRefused(_("There is nothing to take: the catalogue has all of it, or keeps its own."))
    draft = draft_version(field=copy.field, owner=owner, shape=standard_shape())
    plan = _compare(records_of(draft), copied(copy))  # again: the draft may have changed before it was locked
    if plan.digest != seen:
        raise ItemsRefused(_("What would change is not what you have seen: look again and take it then."))
    refuse_overwriting(draft, plan.records)
    save_records(catalogue=draft, records=plan.records)
    for record, change, code in plan.changed:
        _note_sources(copy=copy, owner=owner, record=record, change=change, code=code, user=user)
    figures = {"items": len(plan.changed), "kept": len(plan.kept), "platform": copy.version}
    log(draft, TAKEN, user=user, data={"version": draft.version, **figures})
    return plan


def _compare(records: Sequence[Record], items: Iterable[PlatformItem]) -> PlatformPlan:
    known = by_key(records)
    after = {record.identity: record for record in records}
    changed, kept, unknown = [], [], []
    by_name = {item.entry: item for item in items}
    for key, entry in keyed(by_name):
        record, item = known.get(key), by_name[entry]
        if record is None:
            unknown.append(entry.name)
            continue
        offered = _offered(record.entry, item)
        stated = {column for column, _value in (*item.texts, *item.choices)}
        taken = with_columns_of(
            record.entry, offered, [one for one in ELEMENTS if one in stated and _is_open(record, one)]
        )
        if columns := differing(record.entry, taken):
            after[record.identity] = replace(record, entry=taken)
            changed.append((record, Change(taken, columns, record.entry), item.code))
        if columns := tuple(one for one in differing(taken, offered) if one in stated):
            kept.append(Change(offered, columns, taken))
    return PlatformPlan(tuple(after.values()), tuple(changed), tuple(kept), tuple(unknown))


def _is_open(record: Record, column: Column) -> bool:
    """Whether the platform may say what stands in ``column``: a common element of the city's own item, or a blank.

    A district's common elements are its city's; what a district, or the city, wrote as an individual one is never
    overwritten.
    """
    if column in record.fixed:
        return False
    return column in record.common or not record.entry.words(column)


def _offered(entry: Entry, item: PlatformItem) -> Entry:
    """The item of the catalogue with everything that the platform says."""
    texts: dict[str, Any] = {column.value: value for column, value in item.texts}
    kinds = dict(item.choices)
    choices = [choice for kind in CHOICES for choice in _choices(entry, kind, kinds.get(kind))]
    return replace(entry, **texts, choices=tuple(choices))


def _choices(entry: Entry, kind: Column, labels: Sequence[str] | None) -> Iterable[Choice]:
    """Options that the item offers, ticked as the platform says, and those that it does not offer behind them."""
    before = entry.choices_of(kind)
    if labels is None:
        return before
    wanted = {word_key(label): label for label in labels}
    known = {word_key(choice.label) for choice in before}
    ticked = [replace(choice, is_chosen=word_key(choice.label) in wanted) for choice in before]
    return [*ticked, *(Choice(kind, label, is_chosen=True) for key, label in wanted.items() if key not in known)]


def _note_sources(
    *, copy: PlatformCopy, owner: City | District, record: Record, change: Change, code: str, user: Any
) -> None:
    for column in change.columns:
        ElementSource.objects.update_or_create(
            **columns_of(owner),
            identity=record.identity,
            column=column,
            defaults={
                "value": change.entry.words(column),
                "code": code,
                "version": copy.version,
                "fetched_at": copy.fetched_at,
                "taken_at": timezone.now(),
                "taken_by": user,
            },
        )
