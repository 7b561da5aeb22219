"""Compound files (.doc, .xls, .ppt and their WPS cousins): readable, of the right application, without macros."""

from __future__ import annotations

from typing import BinaryIO

from .kinds import Kind
from .refusals import FileRefused, WrongContent

#: Storages and streams in which Office keeps macros.
MACRO_PARTS = frozenset({"macros", "vba", "_vba_project", "_vba_project_cur", "vba_project"})
#: Streams that one of the accepted applications writes.
MAIN_STREAMS = frozenset({"worddocument", "workbook", "book", "powerpoint document"})


def check_compound(stream: BinaryIO, kind: Kind) -> None:
    """An installer (.msi) or a saved mail is a compound file too, so the main stream is asked for."""
    import olefile  # with the first such file: a server that only shows pages needs none of it

    try:
        with olefile.OleFileIO(stream) as compound:
            parts = [[part.lower() for part in entry] for entry in compound.listdir(streams=True, storages=True)]
    except (OSError, ValueError, TypeError, IndexError, RecursionError) as error:
        raise FileRefused("damaged") from error
    if any(part in MACRO_PARTS for entry in parts for part in entry):
        raise FileRefused("macro")
    streams = {entry[0] for entry in parts}
    if "encryptedpackage" in streams:
        raise FileRefused("encrypted")
    if not streams & MAIN_STREAMS:
        raise WrongContent
