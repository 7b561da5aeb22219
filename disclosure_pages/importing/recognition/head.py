"""The head (版头): secrecy and urgency, registration number, the organ's mark, document number, signer."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure_pages.documents.numbers.document_number import DocumentNumber, parse_document_numbers

from .lines import Issuers, Line
from .spacing import tidy
from .words import (
    BARE_SERIAL,
    CLASSIFIED,
    COPY_NUMBER,
    ENDS_WITH_KIND,
    INDEX_NUMBER,
    MASTHEAD,
    ORDER_HEAD,
    REGISTRATION,
    SIGNER,
    URGENT,
)

#: A head is within so many lines from the top.
REACH = 16


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; ``indices`` are its lines, ``number_at`` the one with the number (``None`` without)."""

    indices: tuple[int, ...] = ()
    number: DocumentNumber | None = None
    number_at: int | None = None
    is_order: bool = False


def find_head(lines: tuple[Line, ...], issuers: Issuers) -> Head:
    """The lines of the head. The number may also stand below the title, as on portals: then it is the only one."""
    number, number_at = _find_number(lines)
    end = REACH if number_at is None else number_at
    indices = [line.index for line in lines[:end] if _is_head_line(line, issuers)]
    leading = _leading(indices, lines)
    if number_at is not None:
        leading += [number_at, *_signers_below(lines, number_at)]
    is_order = number is not None and number.agency.endswith("令")
    return Head(tuple(leading), number, number_at, is_order)


def _find_number(lines: tuple[Line, ...]) -> tuple[DocumentNumber | None, int | None]:
    for line in lines[:REACH]:
        number = _number_of_line(line) or _number_of_two_lines(lines, line.index)
        if number is not None:
            return number, line.index
        if line.text.endswith(("。", "；")) and len(line.text) > 30:
            return None, None  # the text has begun
    return None, None


def _number_of_line(line: Line) -> DocumentNumber | None:
    """The number that is alone on its line, or before a signer, or behind the organ's mark."""
    if not line.text or REGISTRATION.fullmatch(line.text):
        return None
    text = SIGNER.sub("", line.text)
    masthead = MASTHEAD.match(text)
    if masthead and masthead.end() < len(text):
        text = text[masthead.end() :]
    numbers = parse_document_numbers(text.strip("　 ：") or "-")
    return numbers[0] if numbers else None


def _number_of_two_lines(lines: tuple[Line, ...], index: int) -> DocumentNumber | None:
    """“长沙市人民政府令”, and below it “第145号”; an announcement's title has the organ in front of “关于”."""
    if index == 0 or not BARE_SERIAL.fullmatch(lines[index].text):
        return None
    form = ORDER_HEAD.fullmatch(lines[index - 1].text)
    if form is None:
        return None
    organ, serial = form["organ"].partition("关于")[0], lines[index].text.strip("（）() ")
    return next(iter(parse_document_numbers(f"{organ}{form['form']}{serial}")), None)


def _is_head_line(line: Line, issuers: Issuers) -> bool:
    text = line.text
    if any(pattern.fullmatch(text) for pattern in (CLASSIFIED, URGENT, COPY_NUMBER, REGISTRATION, INDEX_NUMBER)):
        return True
    if SIGNER.match(text):
        return True
    if MASTHEAD.fullmatch(text) or (ORDER_HEAD.fullmatch(text) and not text.startswith("关于") and "关于" not in text):
        return True
    return bool(issuers.organs_of(line.words)) and not ENDS_WITH_KIND.search(text)


def _leading(indices: list[int], lines: tuple[Line, ...]) -> list[int]:
    """Lines at the very top that belong to the head: the first other line ends it. An organ alone is no head.

    Tables that stand before a head hold labels of a portal and are passed over.
    """
    leading: list[int] = []
    for line in lines:
        if line.index in indices and not _begins_title(lines, line.index):
            leading.append(line.index)
        elif line.text:
            break
    return leading


def _begins_title(lines: tuple[Line, ...], index: int) -> bool:
    """Whether an organ alone on its line is the first line of a title that goes on with “关于”."""
    return index + 1 < len(lines) and lines[index + 1].text.startswith(("关于", "印发", "转发"))


def _signers_below(lines: tuple[Line, ...], number_at: int) -> list[int]:
    below = lines[number_at + 1 : number_at + 3]
    return [line.index for line in below if SIGNER.match(line.text)]


def mastheads(head: Head, lines: tuple[Line, ...], issuers: Issuers) -> tuple[tuple[str, str], ...]:
    """(organ, evidence) for each organ that the head names; 文件 at the end is part of the mark, not of the name."""
    found: list[tuple[str, str]] = []
    for index in head.indices:
        words = lines[index].words
        masthead = MASTHEAD.match(tidy(words))
        order = ORDER_HEAD.fullmatch(lines[index].text)
        if masthead:
            names = issuers.organs_of(words[: words.rindex("文")]) or (masthead["organ"],)
        else:
            names = (order["organ"],) if order else issuers.organs_of(words)
        found += [(name, lines[index].evidence) for name in names]
    return tuple(found)
