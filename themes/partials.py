"""The closed list of what a theme may show in its own way: partials, and slots that are empty without one.

The names stand in ``disclosure_pages.public.looks``, whose templates include them. Here stands what each is for, and
what it must still show: a masthead without the way home, or a footer that does not say who answers for the site, would
break what inspectors and readers rely on. The contract kit looks for exactly this.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from disclosure_pages.public.looks import OPEN_PARTIALS, SLOTS

PARTIALS: Mapping[str, str] = MappingProxyType(
    {
        "reading_bar": "The switch of the reading mode: a form that posts “mode” and “next”.",
        "masthead": "The name of the site, the way home, entrances, the search box, logo and banner.",
        "breadcrumbs": "The way from the home page down to this one.",
        "footer": "Who runs the site, its contact, its identifiers, and links that are asked for.",
        "entry_statutory": "The column of statutory disclosure on a home page, with the columns below it.",
        "entry_on_request": "The column of disclosure on request on a home page.",
        "entry_plain": "Another column of the disclosure column on a home page.",
        "entry_group": "A first-level column below the disclosure column, with its columns.",
        "newest": "What was disclosed last, on a home page.",
        "rows": "Rows of a listing: title, unit, day.",
        "column_tiles": "Columns below a column, or below a group of the home page.",
        "header_rows": "What is known about a content: label and value.",
        "files": "Attachments of a content.",
        "neighbours": "The newer and the older content of the same column.",
    }
)
SLOT_NOTES: Mapping[str, str] = MappingProxyType(
    {
        "home_lead": "Above the disclosure column, on the home page of a district.",
        "before_footer": "Above the footer, on every page.",
    }
)
#: Folder, inside a theme's templates, for pieces that its own partials include.
OWN = "own"


def template_name(theme: str, partial: str) -> str:
    """Under which name the loader finds a theme's partial, slot or own piece."""
    return f"themes/{theme}/{partial}.html"


def is_open(name: str) -> bool:
    """Whether a theme may have a template of this name: a partial, a slot, or a piece below ``own/``."""
    return name in OPEN_PARTIALS or name in SLOTS or name.startswith(f"{OWN}/")
