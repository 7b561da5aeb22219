"""Title, number, kind, addressees, registration: what stands above the text."""

from __future__ import annotations

from django.utils.translation import gettext as _

from disclosure_pages.importing.reading.lines import join_lines

from .layout import Layout
from .results import Certainty, Field, Recognised, missing
from .spacing import tidy
from .title import is_complete
from .words import CLASSIFIED, ENDS_WITH_KIND, INDEX_NUMBER, LABELLED_REGISTRATION, REGISTRATION

#: The kinds of official document of the Regulation of 2012; the other words are forms of what is issued with them.
OFFICIAL_KINDS = frozenset(
    (
        "决议",
        "决定",
        "命令",
        "令",
        "公报",
        "公告",
        "通告",
        "意见",
        "通知",
        "通报",
        "报告",
        "请示",
        "批复",
        "议案",
        "函",
        "纪要",
    )
)
#: So many lines from the top and the bottom, labels of a register or a portal are looked for.
MARGIN = 16


def title_of(layout: Layout) -> str:
    """The title on one line, without the blanks of typesetting but with those between organs."""
    title = ""
    for index in layout.title:
        words = layout.lines[index].words
        organs = layout.issuers.organs_of(words)
        title = join_lines(title, " ".join(organs) if len(organs) > 1 else tidy(words))
    return title


def recognise_title(layout: Layout) -> Recognised:
    title = title_of(layout)
    if not title:
        return missing(Field.TITLE)
    is_sure = is_complete("".join(layout.texts(layout.title)))
    return Recognised(
        field=Field.TITLE,
        value=title,
        evidence=layout.evidence(layout.title),
        certainty=Certainty.SURE if is_sure else Certainty.LIKELY,
    )


def recognise_number(layout: Layout) -> Recognised:
    number, at = layout.head.number, layout.head.number_at
    if number is None or at is None:
        return missing(Field.NUMBER)
    return Recognised(field=Field.NUMBER, value=str(number), evidence=layout.lines[at].evidence)


def recognise_kind(layout: Layout) -> Recognised:
    """The word for the kind of document at the end of the title; an order is one by its number."""
    if layout.head.is_order and layout.head.number_at is not None:
        return Recognised(field=Field.KIND, value="令", evidence=layout.lines[layout.head.number_at].evidence)
    match = ENDS_WITH_KIND.search("".join(layout.texts(layout.title)))
    if match is None:
        return missing(Field.KIND)
    certainty = Certainty.SURE if match["kind"] in OFFICIAL_KINDS else Certainty.LIKELY
    return Recognised(
        field=Field.KIND, value=match["kind"], evidence=layout.evidence(layout.title), certainty=certainty
    )


def recognise_addressees(layout: Layout) -> Recognised:
    if not layout.addressees:
        return missing(Field.ADDRESSEES)
    words = tidy("".join(layout.lines[index].words for index in layout.addressees)).rstrip("：:")
    return Recognised(field=Field.ADDRESSEES, value=words, evidence=layout.evidence(layout.addressees))


def recognise_registration(layout: Layout) -> Recognised:
    """The register's number of a normative document (统一登记号), in the head or beside the number."""
    for line in layout.lines[:MARGIN]:
        match = REGISTRATION.fullmatch(line.text) or LABELLED_REGISTRATION.fullmatch(line.text)
        if match:
            number = match["number"].replace("—", "-").replace("–", "-").replace("--", "-")
            return Recognised(field=Field.REGISTRATION, value=number, evidence=line.evidence)
    return missing(Field.REGISTRATION)


def recognise_index_number(layout: Layout) -> Recognised:
    """The index number that a portal has printed above its copy."""
    for line in layout.lines[:MARGIN]:
        if match := INDEX_NUMBER.match(line.text):
            return Recognised(field=Field.INDEX_NUMBER, value=match["number"], evidence=line.evidence)
    return missing(Field.INDEX_NUMBER)


def find_warnings(layout: Layout) -> tuple[str, ...]:
    """Marks of secrecy in the head: such a document has no place on a machine that the public reaches."""
    marks = [line.evidence for line in layout.lines[:MARGIN] if CLASSIFIED.fullmatch(line.text)]
    if not marks:
        return ()
    return (_("The document is marked “%(mark)s”. It must not be imported here.") % {"mark": marks[0]},)
