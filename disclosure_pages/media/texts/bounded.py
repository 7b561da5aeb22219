"""Read a file in a process of its own, within bounds of time, memory and length.

The bytes come from outside: a file may be built to keep a reader busy for hours. The process is stopped when its time
is over, and what it has read until then counts. It gets no secrets: its environment is empty but for what Python needs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from .parts import Part, Reason, Unread, from_json
from .plain import read_plain
from .readers import READERS, read_file

CHILD = "disclosure_pages.media.texts.child"
#: Characters that are kept of one file: a book of a thousand pages has about a million.
MAX_CHARACTERS = 3_000_000
#: What could not be read is listed up to here; more of it says nothing more.
MAX_UNREAD = 200


@dataclass
class Reading:
    """What was read of one file. Not complete: stopped by ``stopped_by``."""

    parts: list[Part] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    stopped_by: Reason | None = None


def read_bounded(*, extension: str, path: str, seconds: float) -> Reading:
    """Read the file at ``path`` for at most ``seconds``; never raises for what a file holds.

    Plain text keeps nobody busy, so no process is started for it.
    """
    if READERS.get(extension) is read_plain:
        with Path(path).open("rb") as stream:
            return _collect(read_file(extension, stream))
    with _child(extension, path, seconds) as (lines, has_run_out):
        reading = _collect(_items(lines))
        if reading.stopped_by == Reason.DAMAGED and has_run_out.is_set():
            reading.stopped_by = Reason.TIME
        return reading


def _collect(items: Iterable[Part | Unread]) -> Reading:
    """Keep what comes, up to the bounds of length."""
    reading, length = Reading(), 0
    try:
        for item in items:
            length += len(item.text) if isinstance(item, Part) else 0
            if length > MAX_CHARACTERS:
                reading.stopped_by = Reason.LENGTH
                break
            _keep(reading, item)
    except EOFError:
        reading.stopped_by = Reason.DAMAGED
    return reading


def _keep(reading: Reading, item: Part | Unread) -> None:
    if isinstance(item, Part):
        text = _storable(item.text)
        if text.strip():
            reading.parts.append(Part(text, item.where))
    elif len(reading.unread) < MAX_UNREAD:
        reading.unread.append(item)


def _storable(text: str) -> str:
    """Without what no database takes: null characters, and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _items(lines: Iterable[str]) -> Iterator[Part | Unread]:
    """What the child says; raises ``EOFError`` when it falls silent before its last line."""
    for line in lines:
        data = json.loads(line)
        if not data:
            return
        yield from_json(data)
    raise EOFError


@contextmanager
def _child(extension: str, path: str, seconds: float) -> Iterator[tuple[Iterator[str], threading.Event]]:
    """The lines of a process that is stopped after ``seconds``, and whether it was."""
    command = [sys.executable, "-m", CHILD, extension, path, str(int(seconds) + 1)]
    environment = {"PATH": os.defpath, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    has_run_out = threading.Event()
    with subprocess.Popen(  # noqa: S603  (our own module, and a path of our own storage)
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True, encoding="utf-8"
    ) as process:
        timer = threading.Timer(seconds, _stop, args=(process, has_run_out))
        timer.start()
        try:
            yield _whole_lines(process), has_run_out
        finally:
            timer.cancel()
            process.kill()


def _stop(process: subprocess.Popen[str], has_run_out: threading.Event) -> None:
    has_run_out.set()
    process.kill()


def _whole_lines(process: subprocess.Popen[str]) -> Iterator[str]:
    """Lines that were written to their end; the last one may have been cut when the process was stopped."""
    for line in process.stdout or ():
        if line.endswith("\n"):
            yield line
