"""Names of files: what people see keeps its Chinese characters, what the storage sees says nothing."""

from __future__ import annotations

import re
import unicodedata
import uuid
from pathlib import PurePosixPath

MAX_STEM = 120
MAX_SUFFIX = 10
# Path separators of every system, wildcards, quotes, and what shells and spreadsheets read as more than a name.
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
# Format characters turn a name around on the screen: “附件\u202Efdp.exe” looks like a PDF.
INVISIBLE = {"Cf", "Cs", "Co", "Cn", "Cc"}


def extension_of(name: str) -> str:
    """Extension in lower case without its dot; empty when there is none."""
    return PurePosixPath(name).suffix.lower().removeprefix(".")


def safe_file_name(name: str, *, fallback: str = "file") -> str:
    """``name`` without folders, control and direction characters; never empty, never hidden, at most 131 characters."""
    visible = "".join(
        char for char in unicodedata.normalize("NFC", name) if unicodedata.category(char) not in INVISIBLE
    )
    last = re.split(r"[\\/]", visible)[-1]
    path = PurePosixPath(FORBIDDEN.sub("_", last).strip(" ."))
    stem = re.sub(r"\s+", " ", path.stem).strip(" .")[:MAX_STEM].strip(" .") or fallback
    suffix = path.suffix.lower()
    return stem + (suffix if len(suffix) <= MAX_SUFFIX else "")


def storage_name(folder: str, name: str) -> str:
    """A name in ``folder`` that nobody can guess and every file system takes, with the extension of ``name``."""
    extension = extension_of(safe_file_name(name))
    ascii_extension = f".{extension}" if extension.isascii() and extension.isalnum() else ""
    return f"{folder}/{uuid.uuid4().hex}{ascii_extension}"
