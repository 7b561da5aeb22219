"""Parts of public pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


class Slot(StrEnum):
    """The places of public pages into which a plug-in may put something; a closed list."""

    HOME_TOP = "home_top"  # of a district's or the city's home, above its columns
    HOME_BOTTOM = "home_bottom"
    COLUMN_TOP = "column_top"  # above the list of a column
    COLUMN_BOTTOM = "column_bottom"
    CONTENT_TOP = "content_top"  # between the header and the text of content
    CONTENT_BOTTOM = "content_bottom"  # below its attachments
    FOOTER = "footer"


class Varies(StrEnum):
    """For what a part is made anew, and may differ."""

    DISTRICT = "district"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class SlotContext:
    """For what a part is asked.

    ``district`` is the key of the district whose page it is, ``None`` on pages of the city, whose key is ``city``;
    ``page`` the specific page, ``None`` for a part that is the same on all pages of a district.
    """

    slot: Slot
    district: int | None
    language: str
    page: Any = None
    city: int | None = None


@dataclass(frozen=True, slots=True)
class Fragment:
    """HTML made of a template of the plug-in, which escapes what it is given, as Django's templates do.

    The mechanism cleans the result: what runs (scripts, handlers, frames) or styles is taken out.
    """

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


Render = Callable[[SlotContext], "Fragment | str | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotPart:
    """Something for a slot. ``render`` answers with a fragment, a text (shown as it is, escaped) or nothing.

    It is asked once in so many ``seconds`` for each district, or for each page; parts of a slot stand by ``order``,
    then by the plug-in's name, then by their own. One with ``is_city`` is also shown on pages of a city, as long as the
    plug-in is on in one of its districts, as ``city_screen`` lets its screens answer there.
    """

    name: str
    slot: Slot
    render: Render
    order: int = 100
    varies: Varies = Varies.DISTRICT
    seconds: int = 60
    is_city: bool = False

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"The name {self.name!r} of a part is not made of small letters, digits and underscores.")
        Slot(self.slot), Varies(self.varies)
        if not callable(self.render):
            raise TypeError(f"“render” of {self.name} cannot be called.")
