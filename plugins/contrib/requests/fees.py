"""What an application costs (国办函〔2020〕109号), per item or per volume and never both, explained line by line. Pure.

The fee keeps applicants from asking for too much; it is no price. Most applications cost nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, takewhile

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

FREE_ITEMS, ITEMS_PRICE, ITEMS_STEP = 10, 100, 10
#: The first page of each range and its price in yuan.
PAGE_PRICES = ((1, 0), (31, 10), (101, 20), (201, 40))


class FeeBasis(models.TextChoices):
    """By what a fee is reckoned: the organ chooses one of both."""

    ITEMS = "items", pgettext_lazy("basis of a fee", "By item")
    PAGES = "pages", pgettext_lazy("basis of a fee", "By volume")


@dataclass(frozen=True, slots=True)
class FeeLine:
    """Items or pages ``first`` to ``last`` at one price, in yuan."""

    first: int
    last: int
    price: int

    @property
    def quantity(self) -> int:
        return self.last - self.first + 1

    @property
    def amount(self) -> int:
        return self.quantity * self.price


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee and how it comes about; it is never rounded."""

    basis: FeeBasis
    lines: tuple[FeeLine, ...]

    @property
    def total(self) -> int:
        return sum(line.amount for line in self.lines)

    def sentences(self) -> list[str]:
        """Each line for whoever pays or checks."""
        words = {
            FeeBasis.ITEMS: _(
                "Items %(first)d to %(last)d of the month: %(quantity)d × %(price)d yuan = %(amount)d yuan"
            ),
            FeeBasis.PAGES: _("Pages %(first)d to %(last)d: %(quantity)d × %(price)d yuan = %(amount)d yuan"),
        }[self.basis]
        names = ("first", "last", "quantity", "price", "amount")
        return [words % {name: getattr(line, name) for name in names} for line in self.lines]


def fee_by_items(*, items: int, before: int = 0) -> Fee:
    """For ``items`` of an applicant who had asked for ``before`` others in the same calendar month.

    Up to 10 are free, 11 to 30 cost 100 yuan each; from 31 on each further ten raise the price by 100.
    """
    _check(items, before)
    return Fee(FeeBasis.ITEMS, _lines(_item_ranges(before + items), before + 1, before + items))


def fee_by_pages(*, pages: int) -> Fee:
    """For one application answered with ``pages`` (A4, a sheet written on both sides is two).

    Up to 30 are free, 31 to 100 cost 10 yuan a page, 101 to 200 cost 20, from 201 on 40.
    """
    _check(pages, 0)
    return Fee(FeeBasis.PAGES, _lines(list(PAGE_PRICES), 1, pages))


def _check(quantity: int, before: int) -> None:
    if quantity < 1 or before < 0:
        raise ValueError(f"{quantity} after {before} is no quantity that a fee can be reckoned for.")


def _item_ranges(last: int) -> list[tuple[int, int]]:
    steps = takewhile(lambda first: first <= last, count(31, ITEMS_STEP))
    dearer = [(first, ITEMS_PRICE * (number + 2)) for number, first in enumerate(steps)]
    return [(1, 0), (FREE_ITEMS + 1, ITEMS_PRICE), *dearer]


def _lines(ranges: list[tuple[int, int]], first: int, last: int) -> tuple[FeeLine, ...]:
    ends = [begin - 1 for begin, _price in ranges[1:]] + [last]
    found = []
    for (begin, price), end in zip(ranges, ends, strict=True):
        if max(begin, first) <= min(end, last):
            found.append(FeeLine(max(begin, first), min(end, last), price))
    return tuple(found)
