"""Files in formats that plug-ins read: what becomes of one before it is read, and what of it is kept."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from disclosure_pages.importing.reading import Unreadable
from disclosure_pages.importing.reading.limits import MAX_FILE_BYTES
from disclosure_pages.media.inspection.inspect import inspect_file
from disclosure_pages.media.inspection.refusals import FileRefused
from plugins.contributions.files import FileUse
from plugins.formats import NotConverted, converted


@dataclass(frozen=True, slots=True)
class TakenIn:
    """``name`` and ``content`` to be read, and the ``original`` (name, bytes) that is kept with the document."""

    name: str
    content: bytes
    original: tuple[str, bytes]
    remarks: tuple[str, ...] = ()


def taken_in(content: bytes, *, name: str, district: int) -> TakenIn:
    """The file as it is, or what a plug-in that is on in ``district`` makes of it.

    Of a kind that every upload may be the original is kept; of any other what was made of it. Raises
    :class:`Unreadable` when the file is broken or the plug-in fails.
    """
    try:
        made = converted(content, use=FileUse.DOCUMENT, district=district) if len(content) <= MAX_FILE_BYTES else None
    except NotConverted as error:
        if error.is_broken:
            raise Unreadable("damaged", error.reason) from error
        raise Unreadable("not-converted", label=error.label) from error
    if made is None:
        return TakenIn(name, content, (name, content))
    as_read = (f"{PurePosixPath(name).stem}.{made.extension}", made.content)
    remark = _("Read by way of the format “%(label)s”, which a plug-in adds.") % {"label": made.label}
    return TakenIn(*as_read, (name, content) if _may_be_kept(name, content) else as_read, (remark,))


def _may_be_kept(name: str, content: bytes) -> bool:
    try:
        inspect_file(name, io.BytesIO(content))
    except FileRefused:
        return False
    return True
