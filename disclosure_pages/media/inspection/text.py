"""Plain text: readable as UTF-8 or GB18030, and nothing that a browser or a shell would run."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from .kinds import Kind
from .refusals import FileRefused, WrongContent

CHUNK = 1024 * 1024
ENCODINGS = ("utf-8-sig", "gb18030")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
RUNNABLE = re.compile(r"^\s*(#!|<\?php|<!doctype\s+html|<html|<svg|<\?xml)|<script[\s>]", re.IGNORECASE)


def check_text(stream: BinaryIO, kind: Kind) -> None:
    """Read the whole of it in one of the two encodings."""
    for encoding in ENCODINGS:
        stream.seek(0)
        if _reads_as(stream, encoding):
            return
    raise WrongContent


def _reads_as(stream: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    tail = ""
    try:
        while chunk := stream.read(CHUNK):
            text = tail + decoder.decode(chunk)
            if CONTROL.search(text):
                raise WrongContent
            if match := RUNNABLE.search(text):
                raise FileRefused("script", found=match.group().strip())
            tail = text[-32:]
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
