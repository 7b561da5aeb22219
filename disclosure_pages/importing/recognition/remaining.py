"""What stands below the text: attribute, attachments, keywords."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from disclosure_pages.tree.enums import DisclosureAttribute

from .layout import Layout
from .results import Certainty, Field, Recognised, missing
from .spacing import tidy
from .words import ATTACHMENT_LABEL, ITEM, KEYWORDS, LABELLED_ATTRIBUTE, NOTE

#: Words of the note → attribute; the first that fits counts, and what forbids stands before what allows.
_ATTRIBUTES = (
    (re.compile(r"不予公开|不公开|不宜公开"), DisclosureAttribute.WITHHELD),
    (re.compile(r"依申请公开"), DisclosureAttribute.ON_REQUEST),
    (re.compile(r"主动公开|公开发布|公开"), DisclosureAttribute.PROACTIVE),
)
_SHORTENED = re.compile(r"删减")
_NEXT_ITEM = re.compile(r"(?<![\d.])(?=[0-9]{1,2}\s*[.．、](?!\d))")
MAX_ITEMS = 60


def recognise_attribute(layout: Layout) -> Recognised:
    """The attribute that the document states. Without a statement it is missing, never a default."""
    found = [(attribute, index) for index in layout.notes if (attribute := _attribute(layout.lines[index].text))]
    if not found:
        return missing(Field.ATTRIBUTE)
    attribute, index = found[0]
    remark = ""
    if len({stated for stated, _index in found}) > 1:
        remark = _("The document states different attributes in several places.")
    elif _SHORTENED.search(layout.lines[index].text):
        remark = _("It says that parts are left out for publication: see that this file is the shortened one.")
    return Recognised(
        field=Field.ATTRIBUTE,
        value=attribute.value,
        evidence=layout.lines[index].evidence,
        certainty=Certainty.LIKELY if remark else Certainty.SURE,
        remark=remark,
    )


def _attribute(text: str) -> DisclosureAttribute | None:
    match = NOTE.fullmatch(text) or LABELLED_ATTRIBUTE.fullmatch(text)
    words = match["words"] if match else ""
    return next((attribute for pattern, attribute in _ATTRIBUTES if pattern.search(words)), None)


def recognise_keywords(layout: Layout) -> Recognised:
    """The subject words (主题词) that documents printed until 2012."""
    for index in layout.foot:
        if match := KEYWORDS.fullmatch(layout.lines[index].text):
            words = KEYWORDS.fullmatch(layout.lines[index].words)
            text = " ".join((words or match)["words"].split())
            return Recognised(field=Field.KEYWORDS, value=text, evidence=layout.lines[index].evidence)
    return missing(Field.KEYWORDS)


def recognise_attachments(layout: Layout) -> Recognised:
    """Titles that the notes below the texts list; without a note, those that stand above the attachments."""
    notes = layout.attachment_notes()
    titles = tuple(dict.fromkeys(title for indices in notes for title in _titles(layout, indices)))[:MAX_ITEMS]
    if titles:
        return Recognised(Field.ATTACHMENTS, titles, " ".join(layout.evidence(indices) for indices in notes))
    return _titles_above_attachments(layout)


def _titles(layout: Layout, indices: tuple[int, ...]) -> list[str]:
    words = "\n".join(layout.lines[index].words for index in indices)
    listed = ATTACHMENT_LABEL.sub("", words.strip(), count=1)
    parts = _NEXT_ITEM.split(listed) if ITEM.fullmatch(listed) else [listed]
    items = (ITEM.fullmatch(part) for part in parts)
    texts = (item["text"] if item else part for item, part in zip(items, parts, strict=True))
    return [title for text in texts if (title := tidy(text).rstrip("。；;"))]


def _titles_above_attachments(layout: Layout) -> Recognised:
    heads = [line.index for line in layout.lines[layout.text_begins :] if layout.begins_attachment(line)]
    below = [index + 1 for index in heads if index + 1 < len(layout.lines) and layout.lines[index + 1].text]
    titles = tuple(tidy(layout.lines[index].words) for index in below if len(layout.lines[index].text) < 80)
    if not titles:
        return missing(Field.ATTACHMENTS)
    remark = _("The text has no list of attachments; these stand above the attachments themselves.")
    return Recognised(Field.ATTACHMENTS, titles, layout.evidence(tuple(below)), Certainty.LIKELY, remark)
