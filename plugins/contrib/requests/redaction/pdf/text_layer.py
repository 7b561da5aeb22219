"""The words of a page as text that is found and read aloud, but not drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .drawing import Box, DrawnPage, Letter

_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{chars}endcmap CMapName currentdict /CMap defineresource pop end end
"""


class Alphabet:
    """Numbers the letters of one file; its font knows nothing but what each number means."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def encoded(self, text: str) -> str:
        return "".join(f"{self._numbers.setdefault(letter, len(self._numbers) + 1):04X}" for letter in text)

    def to_unicode(self) -> bytes:
        lines = [f"<{number:04X}> <{_utf16(letter)}>" for letter, number in self._numbers.items()]
        parts = [lines[at : at + 100] for at in range(0, len(lines), 100)]
        chars = "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts)
        return _TO_UNICODE.format(chars=chars).encode()


def _utf16(letter: str) -> str:
    return letter.encode("utf-16-be", "replace").hex().upper()


def text_operators(page: DrawnPage, alphabet: Alphabet) -> bytes:
    """Operators of the page's content stream: each line of letters at its place, stretched to its width."""
    scale = page.width / page.picture.width
    lines = (_operators(line, scale, page.height, alphabet) for line in _lines(page.letters))
    return "".join(["BT 3 Tr\n", *lines, "ET\n"]).encode()


def _operators(line: list[Letter], scale: float, height: float, alphabet: Alphabet) -> str:
    boxes = [letter.box for letter in line if letter.box]
    text = "".join(letter.text for letter in line)
    left, right = boxes[0].left * scale, boxes[-1].right * scale
    bottom = height - max(box.bottom for box in boxes) * scale
    size = max(max(box.bottom - box.top for box in boxes) * scale, 1.0)
    stretch = max(100 * (right - left) / (size * len(text)), 1.0)
    return f"/T {size:.2f} Tf {stretch:.2f} Tz 1 0 0 1 {left:.2f} {bottom:.2f} Tm <{alphabet.encoded(text)}> Tj\n"


def _lines(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    line: list[Letter] = []
    for letter in letters:
        if letter.box is None:
            if line and letter.text not in "\r\n":
                line.append(letter)
            continue
        if line and not _goes_on(next(former.box for former in reversed(line) if former.box), letter.box):
            yield line
            line = []
        line.append(letter)
    if line:
        yield line


def _goes_on(former: Box, box: Box) -> bool:
    size = max(former.bottom - former.top, box.bottom - box.top, 1.0)
    return abs(former.middle - box.middle) < size / 2 and -0.3 * size < box.left - former.right < 2 * size
