"""What readers narrow a catalogue to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

from plugins.api import FilterChoice

from .enums import Column, Option
from .models import Catalogue, Item, ItemChoice

#: Choices by which readers narrow the list, under the names that they have in addresses.
NARROWING = {"channel": Column.CHANNEL, "audience": Column.AUDIENCE, "method": Column.METHOD}


@dataclass(frozen=True)
class ItemQuery:
    """Words that an item holds, and options that it has ticked. What is no option is left out."""

    words: str = ""
    options: tuple[tuple[Column, Option], ...] = ()

    @classmethod
    def read(cls, given: QueryDict) -> ItemQuery:
        """From an address."""
        asked = ((column, given.get(name, "")) for name, column in NARROWING.items())
        options = tuple((column, Option(value)) for column, value in asked if value in Option.values)
        return cls(" ".join(given.get("q", "").split())[:100], options)

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out."""
        return bool(self.words or self.options)

    def of(self, catalogue: Catalogue) -> QuerySet[Item]:
        """The items of ``catalogue`` that have all of it, in their order."""
        items = catalogue.items.with_details()
        for word in self.words.split():
            fields = ("first", "second", "content", "basis", "limit", "body")
            items = items.filter(Q(*((f"{field}__icontains", word) for field in fields), _connector=Q.OR))
        for column, option in self.options:
            items = items.filter(pk__in=catalogue.items.choosing(column, option).values("pk"))
        return items


def choices_of(catalogue: Catalogue, query: ItemQuery) -> list[tuple[str, Any, list[FilterChoice]]]:
    """For each filter its name, its label and the options that items of ``catalogue`` have ticked: one query."""
    ticked = ItemChoice.objects.filter(item__catalogue=catalogue, is_chosen=True, kind__in=NARROWING.values())
    totals = {
        (kind, option): total
        for kind, option, total in ticked.values_list("kind", "option")
        .annotate(total=Count("item", distinct=True))
        .order_by()
    }
    chosen = set(query.options)
    return [
        (
            name,
            column.label,
            [
                FilterChoice(option.value, str(option.label), total, (column, option) in chosen)
                for option in Option
                if (total := totals.get((column.value, option.value)))
            ],
        )
        for name, column in NARROWING.items()
    ]
