"""Formats of files that plug-ins add, for the rooms that write lists and read imports: where the plug-in is on."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from .calling import Given, WrongAnswer, ask
from .collecting import active_contributions
from .contributions.files import BrokenFile, ExportFormat, ExportTable, FileUse, ImportFormat

#: Seconds for a whole file.
BUDGET: Final = 30.0
LARGEST: Final = 100 * 1024 * 1024
#: Characters of what a plug-in says about a broken file.
LONGEST_REASON: Final = 300


class NotConverted(Exception):
    """A plug-in recognised the file and could not read it; ``label`` is what it calls the format.

    ``is_broken``: the file is at fault; ``reason`` says why, if the plug-in did.
    """

    def __init__(self, label: str, *, is_broken: bool = False, reason: str = "") -> None:
        self.label, self.is_broken, self.reason = label, is_broken, reason
        super().__init__(label)


@dataclass(frozen=True, slots=True)
class _Broken:
    reason: str


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a file: bytes of the format ``extension``, by way of ``label``."""

    content: bytes
    extension: str
    label: str


def export_formats(district: int | None, *, request: Any = None) -> list[Given[ExportFormat]]:
    """In what lists of the district with the key ``district`` can be had beside what every installation writes."""
    found: dict[str, Given[ExportFormat]] = {}
    for given in active_contributions("export_formats", district, request=request):
        found.setdefault(given.answer.extension, given)
    return list(found.values())


def written(given: Given[ExportFormat], table: ExportTable) -> bytes | None:
    """``table`` as a file; ``None`` when the plug-in failed, which the operator is told."""
    what = f"export_formats.{given.answer.extension}"
    return ask(given.plugin, what, given.answer.write, table, check=_content, budget=BUDGET)


def import_formats(use: FileUse, district: int) -> list[Given[ImportFormat]]:
    """What can be imported in the district with the key ``district`` beside what every installation reads."""
    return [given for given in active_contributions("import_formats", district) if given.answer.use is use]


def labels_of_formats(use: FileUse, districts: Collection[int]) -> list[str]:
    """What these formats are called, for somebody who may import in ``districts``."""
    found = (given.answer.label for district in districts for given in import_formats(use, district))
    return list(dict.fromkeys(map(str, found)))


def converted(content: bytes, *, use: FileUse, district: int) -> Converted | None:
    """``content`` as a file that the product reads; ``None`` when no plug-in that is on recognises it.

    Raises :class:`NotConverted`.
    """
    for given in import_formats(use, district):
        what, added = f"import_formats.{given.answer.extension}", given.answer
        if ask(given.plugin, f"{what}.recognises", added.recognises, content, check=_truth, budget=1.0):
            function = partial(_unless_broken, added.convert)
            made = ask(given.plugin, what, function, content, check=_content_or_broken, budget=BUDGET)
            if made is None:
                raise NotConverted(str(added.label))
            if isinstance(made, _Broken):
                raise NotConverted(str(added.label), is_broken=True, reason=made.reason)
            return Converted(made, added.becomes, str(added.label))
    return None


def _unless_broken(convert: Callable[[bytes], bytes], content: bytes) -> bytes | _Broken:
    try:
        return convert(content)
    except BrokenFile as error:
        return _Broken(str(error)[:LONGEST_REASON])


def _content_or_broken(answer: Any) -> bytes | _Broken:
    return answer if isinstance(answer, _Broken) else _content(answer)


def _content(answer: Any) -> bytes:
    if not isinstance(answer, bytes) or not answer:
        raise WrongAnswer(f"the bytes of a file are asked for, not {type(answer).__name__}")
    if len(answer) > LARGEST:
        raise WrongAnswer(f"a file of {len(answer)} bytes is larger than any that is taken")
    return answer


def _truth(answer: Any) -> bool:
    if not isinstance(answer, bool):
        raise WrongAnswer(f"true or false is asked for, not {type(answer).__name__}")
    return answer
