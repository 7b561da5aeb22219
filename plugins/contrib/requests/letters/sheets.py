"""A letter as it goes out, before it is a file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """``number`` is the document number, empty before it is issued; ``day`` is the day that it bears."""

    organ: str
    number: str
    title: str
    body: str
    day: dt.date | None

    @property
    def addressee(self) -> str:
        """The first line, if it addresses somebody."""
        first = self.body.strip().partition("\n")[0].strip()
        return first if first.endswith(("：", ":")) else ""

    @property
    def paragraphs(self) -> list[str]:
        """The lines below the one that addresses somebody."""
        lines = [line.strip() for line in self.body.strip().split("\n")]
        return [line for line in lines[1 if self.addressee else 0 :] if line]

    @property
    def signed_on(self) -> str:
        return chinese_day(self.day) if self.day else ""


def chinese_day(day: dt.date) -> str:
    """As documents of organs bear it (GB/T 9704): Arabic numerals without zeros before them."""
    return f"{day.year}年{day.month}月{day.day}日"
