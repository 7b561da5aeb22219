"""Where the parts of a document are: head, title, addressees, signature, notes, foot (GB/T 9704-2012).

The parts stand in this order, and each but the text may be missing. Copies from portals leave the head out or put the
number below the title, so each part is looked for by its own marks.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from disclosure_pages.importing.reading.blocks import ReadDocument

from .foot import find_foot
from .head import Head, find_head
from .lines import NO_ISSUERS, Issuers, Line, lines_of
from .signature import Signature, find_signature
from .title import find_addressees, find_title
from .words import ATTACHMENT_HEAD, ATTACHMENT_NOTE, ITEM, LABELLED_ATTRIBUTE, NOTE, UNDER_TITLE


@dataclass(frozen=True, slots=True)
class Layout:
    """Indices of blocks, part by part; ``lines`` has one line for each block."""

    lines: tuple[Line, ...]
    issuers: Issuers
    head: Head
    title: tuple[int, ...]
    under_title: tuple[int, ...]
    addressees: tuple[int, ...]
    signature: Signature
    notes: tuple[int, ...]
    foot: tuple[int, ...]
    furniture: frozenset[int] = field(default_factory=frozenset)

    def texts(self, indices: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self.lines[index].text for index in indices)

    def evidence(self, indices: tuple[int, ...]) -> str:
        return " ".join(self.lines[index].evidence for index in indices)

    def attachment_notes(self) -> list[tuple[int, ...]]:
        """Lines of each note “附件：…”, with the numbered lines that go on below it."""
        below = self.lines[self.text_begins :]
        return [self._note(line) for line in below if line.index not in self.foot and self._begins_note(line)]

    def _begins_note(self, line: Line) -> bool:
        if ATTACHMENT_HEAD.fullmatch(line.text):
            return self._is_above_item(line)
        return ATTACHMENT_NOTE.fullmatch(line.text) is not None

    def _note(self, line: Line) -> tuple[int, ...]:
        taken = [line.index]
        for following in self.lines[line.index + 1 :]:
            if not ITEM.fullmatch(following.text) or following.index in self.signature.indices:
                break
            taken.append(following.index)
        return tuple(taken)

    def begins_attachment(self, line: Line) -> bool:
        """Whether the line is “附件2” above an attachment itself."""
        return ATTACHMENT_HEAD.fullmatch(line.text) is not None and not self._is_above_item(line)

    def _is_above_item(self, line: Line) -> bool:
        below = self.lines[line.index + 1] if line.index + 1 < len(self.lines) else None
        return line.text.endswith("：") and below is not None and ITEM.fullmatch(below.text) is not None

    @property
    def text_begins(self) -> int:
        """Index of the first block below title and addressees."""
        if self.head.is_order:
            return max(self.head.indices, default=-1) + 1
        return max((*self.head.indices, *self.title, *self.under_title, *self.addressees), default=-1) + 1


def find_layout(document: ReadDocument, *, issuers: Issuers = NO_ISSUERS) -> Layout:
    """Find the parts of a document."""
    lines = lines_of(document)
    head = find_head(lines, issuers)
    title = find_title(lines, head, issuers)
    below = max((*head.indices, *title), default=-1) + 1
    under_title = _under_title(lines, title, below)
    addressees = find_addressees(lines, max((below - 1, *under_title)) + 1)
    # An order is signed above the title of what it puts in force.
    above = head.indices if head.is_order else (*head.indices, *title, *under_title, *addressees)
    start = max(above, default=-1) + 1
    foot = find_foot(lines, start, issuers)
    signature = find_signature(lines, start, issuers, left_out=frozenset(foot))
    notes = tuple(
        line.index for line in lines[start:] if NOTE.fullmatch(line.text) or LABELLED_ATTRIBUTE.fullmatch(line.text)
    )
    return Layout(
        lines=lines,
        issuers=issuers,
        head=head,
        title=title,
        under_title=under_title,
        addressees=addressees,
        signature=signature,
        notes=notes,
        foot=foot,
        furniture=frozenset((*head.indices, *title, *notes, *foot)),
    )


def _under_title(lines: tuple[Line, ...], title: tuple[int, ...], below: int) -> tuple[int, ...]:
    """The line in brackets that says when the text was adopted and changed."""
    if title and below < len(lines) and UNDER_TITLE.fullmatch(lines[below].text) and len(lines[below].text) < 300:
        return (below,)
    return ()
