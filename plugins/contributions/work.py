"""Work that is done without anybody looking: jobs, deliveries to channels, figures, texts for the search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cms.tenancy.models import District
    from plugins.manifest import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something done again and again: ``run(district)`` for each district where the plug-in is on.

    A plug-in of the installation gets ``None``, once. It is due when ``every`` has passed since it was begun last. What
    it answers is a sentence for the log. A failure is told, stops no other job, and is tried again when due.
    """

    name: str
    title: Text
    every: dt.timedelta
    run: Callable[[District | None], str | None]

    def __post_init__(self) -> None:
        if not callable(self.run):
            raise TypeError(f"“run” of {self.name} cannot be called.")
        if self.every < dt.timedelta(minutes=1):
            raise ValueError(f"{self.name} is due more often than each minute.")


@dataclass(frozen=True, slots=True)
class Publication:
    """Content that has just become public, or changed, as everybody may read it."""

    page: Any
    district: int
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way on which publications go out, beside the site. ``deliver`` is called later, by ``manage.py plugins work``.

    One that raises is tried again, later and later, and told; it must bear being called twice for one publication.
    """

    name: str
    title: Text
    deliver: Callable[[Publication], None]

    def __post_init__(self) -> None:
        if not callable(self.deliver):
            raise TypeError(f"“deliver” of {self.name} cannot be called.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure by which disclosure is assessed: ``value(district, since, until)``, days inclusive in Asia/Shanghai.

    ``None`` means that there is nothing to count, which is not 0.
    """

    name: str
    title: Text
    value: Callable[[District, dt.date, dt.date], int | Decimal | None]
    unit: Text = ""

    def __post_init__(self) -> None:
        if not callable(self.value):
            raise TypeError(f"“value” of {self.name} cannot be called.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """What pages of a kind say beside their own fields, as the rows of a table that is kept elsewhere.

    ``texts(keys)`` answers for the pages ``keys`` of the kind (``app_label.Model``) with pairs of heading and text; a
    page that says nothing more is left out. After a change of them call ``plugins.api.search_anew(pages)``.
    """

    kind: str
    texts: Callable[[Sequence[int]], Mapping[int, Iterable[tuple[str, str]]]]

    def __post_init__(self) -> None:
        if not callable(self.texts):
            raise TypeError(f"“texts” of {self.kind} cannot be called.")
