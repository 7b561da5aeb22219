"""What was recognised, in words; read from its stored form, so that screens and command say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from disclosure_pages.documents.force.enums import RelationKind
from disclosure_pages.tree.enums import DisclosureAttribute

from .recognition import Certainty, Field
from .recognition.results import FIELD_NAMES

MARKS = {Certainty.SURE: "✓", Certainty.LIKELY: "?", Certainty.MISSING: "–"}
MAX_EVIDENCE = 60

#: A recognised field as ``Recognised.as_json`` stores it.
Item = dict[str, Any]


def field_name(item: Item) -> str:
    """What the field is called."""
    return str(FIELD_NAMES[Field(item["field"])])


def value_in_words(item: Item) -> str:
    """The value as people read it; a sentence when there is none."""
    value = item["value"]
    if value is None:
        return _("not recognised")
    return "；".join(_in_words(part, item["field"]) for part in (value if isinstance(value, list) else [value]))


def _in_words(value: Any, field: str) -> str:
    if field == Field.RELATIONS:
        return relation_in_words(value)
    if isinstance(value, dict):
        days = value["days_after"]
        return _("%(days)d days after its publication") % {"days": days} if days else _("from its publication")
    return str(DisclosureAttribute(value).label) if field == Field.ATTRIBUTE else str(value)


def relation_in_words(value: Item) -> str:
    """A proposed relation: what, to which document, to which of its provisions."""
    title = f"《{value['target_title']}》" if value["target_title"] else ""
    words = (str(RelationKind(value["kind"]).label), title, value["target_number"], value["provisions"])
    return " ".join(word for word in words if word)


def lines_in_words(recognised: list[Item]) -> Iterator[str]:
    """For a terminal: mark, name and value of each field; below it the line of the document, and what to know."""
    for item in recognised:
        yield f"  {MARKS[Certainty(item['certainty'])]} {field_name(item)}: {value_in_words(item)}"
        if item["evidence"]:
            yield f"      ← {shortened(item['evidence'])}"
        if item["remark"]:
            yield f"      ({item['remark']})"


def shortened(text: str, *, length: int = MAX_EVIDENCE) -> str:
    """At most so many characters of a line."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
