"""Finding document numbers in running text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from .folding import fold
from .grammar import FOUR_DIGITS, LETTERS, SERIAL, SUFFIX, SUFFIX_AFTER, TAIL, make_number
from .number import ENDINGS, DocumentNumber, NumberForm
from .trimming import agency_start

_SPACE = " {0,6}"
_YEAR = f"{FOUR_DIGITS}|(?<=[(])[0-9]{{2}}(?=[)])"
_COUNT = f"(?P<serial>{SERIAL})(?P<suffix>{SUFFIX})?{_SPACE}号(?P<after>{SUFFIX_AFTER})?"
_CORE = re.compile(
    f"(?:(?P<bracket>[(]){_SPACE}(?P<year>(?:{_YEAR})){_SPACE}年?{_SPACE}[)]{_SPACE}第?"
    f"|(?:(?P<plain_year>{FOUR_DIGITS}){_SPACE}年{_SPACE})?第)"
    f"{_SPACE}{_COUNT}(?P<tail>{_SPACE}(?:{TAIL}))?"
)
#: 文 or 文件 behind a number says “document” and is no part of it; 文化路 is a place.
_DOCUMENT = f"文(?:件|(?![{LETTERS}])|(?=和|与|及|以及|同时|即|予以|废止|失效|停止|继续|的|中|规定|精神|要求))"
_CONTINUED = re.compile(
    f"(?:{_DOCUMENT})?{_SPACE}(?:[、,和与及]|以及){_SPACE}(?:[(](?P<year>{FOUR_DIGITS})[)]{_SPACE})?第?(?P<serial>{SERIAL})"
    f"(?P<suffix>{SUFFIX})?{_SPACE}号(?P<after>{SUFFIX_AFTER})?(?={_DOCUMENT}|(?!{TAIL}|楼|线|院|门|地|路|馆|厅|机|文))"
)
_RUN_CHARACTER = re.compile(f"[{LETTERS}、· ]")
_MAX_RUN = 80
_ORGAN = re.compile(r"(?:部|局|委|委员会|署|院|厅|办|办公室|政府|银行|会|中心|主席)\Z")
#: Codes end like this; asked only of years of two digits, because (12) may be anything.
_CODE = re.compile(r"[发函字办通批令告]\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text: ``text`` is what stands there from ``start`` to ``end``."""

    number: DocumentNumber
    start: int
    end: int
    text: str


def find_document_numbers(text: str, *, agencies: Collection[str] = ()) -> list[Found]:
    """The complete numbers in running text, in order; “（2019）54号” without an agency is none.

    ``agencies`` are codes known to exist, such as those of the library: they settle where a code begins. In
    “长政发〔2016〕5号、8号文件” the second number takes agency and year from the first.
    """
    folded = fold(text)
    found: list[Found] = []
    end = 0
    for core in _CORE.finditer(folded):
        if core.start() < end:
            continue
        first = _complete(folded, core, after=end, agencies=agencies)
        if first is None:
            continue
        for number, start, end in (first, *_continue(folded, first[0], first[2])):
            found.append(Found(number=number, start=start, end=end, text=text[start:end]))
    return found


def _complete(
    folded: str, core: re.Match[str], *, after: int, agencies: Collection[str]
) -> tuple[DocumentNumber, int, int] | None:
    """The number around ``core`` with the places where it begins and ends."""
    run = _run_before(folded, core.start(), after=after)
    start = core.start() - len(run)
    run = run.rstrip(" ")
    begin = agency_start(run, before=folded[start - 1 : start], known=agencies)
    agency, tail = run[begin:], (core["tail"] or "").strip()
    if not core["bracket"] and not agency.endswith(ENDINGS):
        if not tail:
            return None
        is_organ = bool(_ORGAN.search(agency))
        agency = f"{agency}{tail}" if is_organ else tail
        begin = begin if is_organ else core.start() - start
    else:
        tail = ""
    number = _number(core, agency) if agency and _is_plausible(core, agency) else None
    return (number, start + begin, core.end() if tail else core.end() - len(core["tail"] or "")) if number else None


def _run_before(folded: str, end: int, *, after: int) -> str:
    start = end
    while start > after and end - start < _MAX_RUN and _RUN_CHARACTER.match(folded[start - 1]):
        start -= 1
    return folded[start:end].lstrip(" 、")


def _is_plausible(core: re.Match[str], agency: str) -> bool:
    is_code = len(core["year"] or "0000") == 4 or bool(_CODE.search(agency))
    return is_code and len(agency.replace(" ", "")) <= 60


def _number(core: re.Match[str], agency: str) -> DocumentNumber | None:
    year = core["year"] or core["plain_year"]
    form = NumberForm.BRACKETED if core["bracket"] else NumberForm.YEARLY if year else NumberForm.RUNNING
    suffix = core["suffix"] or core["after"] or ""
    return make_number(agency=agency, year=year, serial=core["serial"], suffix=suffix, form=form)


def _continue(folded: str, first: DocumentNumber, end: int) -> Iterator[tuple[DocumentNumber, int, int]]:
    previous = first
    while match := _CONTINUED.match(folded, end):
        number = make_number(
            agency=first.agency,
            year=match["year"] or (str(previous.year) if previous.year else None),
            serial=match["serial"],
            suffix=match["suffix"] or match["after"] or "",
            form=first.form,
        )
        if number is None:
            return
        start = match.start("year") - 1 if match["year"] else match.start("serial")
        yield number, start, match.end()
        previous, end = number, match.end()
