"""Zip files: how much they unpack to, where they would write, and what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat

from .kinds import Kind
from .refusals import FileRefused, WrongContent

MAX_ENTRIES = 2_000
MAX_UNPACKED = 512 * 1024 * 1024
MAX_RATIO = 200
#: Below this size a high ratio harms nobody: a page of spaces packs well.
RATIO_COUNTS_FROM = 16 * 1024 * 1024
ENCRYPTED = 0x1
UNICODE_NAME = 0x800


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """The archive, after a look at its directory: entries, sizes, ratio, paths, encryption."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise FileRefused("damaged") from error
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise FileRefused("entries", limit=MAX_ENTRIES)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if unpacked > MAX_UNPACKED or (unpacked > RATIO_COUNTS_FROM and unpacked / packed > MAX_RATIO):
        raise FileRefused("bomb", limit=filesizeformat(min(MAX_UNPACKED, packed * MAX_RATIO)))
    for entry in entries:
        _check_entry(entry)
    return archive


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED:
        raise FileRefused("encrypted")
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in entry.filename:
        raise FileRefused("path", found=entry.filename)


def read_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str) -> bytes:
    """Bytes of one member; its declared size, which was checked, is the most that is ever unpacked."""
    try:
        return archive.read(entry)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:
        raise FileRefused("damaged") from error


def check_package(stream: BinaryIO, kind: Kind) -> None:
    """OFD and OpenDocument: a zip with its main member, and no scripts of OpenDocument."""
    with open_zip(stream) as archive:
        names = set(archive.namelist())
        if kind.main_part not in names:
            raise WrongContent("zip")
        if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names):
            raise FileRefused("macro")


def check_archive(stream: BinaryIO, *, inspect_member: Callable[[str, BinaryIO], None]) -> None:
    """Every member of a plain archive must itself be acceptable."""
    with open_zip(stream) as archive:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            name = readable_name(entry)
            try:
                inspect_member(name, io.BytesIO(read_member(archive, entry)))
            except ValidationError as error:
                raise FileRefused("member", found=name, reason=" ".join(error.messages)) from error


def readable_name(entry: zipfile.ZipInfo) -> str:
    """The member's name; archives made on Chinese Windows write it in GB18030 without saying so."""
    if entry.flag_bits & UNICODE_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename
