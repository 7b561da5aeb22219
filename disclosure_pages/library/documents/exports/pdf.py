"""A document as PDF: its own template, rendered by WeasyPrint in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import structlog
from django.template.loader import render_to_string

from disclosure_pages.library.documents.context import DocumentView, file_context

from .characters import writable_html
from .pictures import with_pictures

WORKER = Path(__file__).with_name("worker.py")
WAIT = 20  # seconds to wait for another file that this process is making
TIMEOUT = 90  # seconds for one file
_one_at_a_time = threading.BoundedSemaphore(1)
_log = structlog.get_logger(__name__)


class ExportFailed(Exception):
    """No file could be made; ``is_busy`` when it may succeed a little later."""

    def __init__(self, *, is_busy: bool) -> None:
        super().__init__("busy" if is_busy else "failed")
        self.is_busy = is_busy


def pdf_source(view: DocumentView) -> str:
    """The HTML of the file: what is equal here makes an equal file."""
    return with_pictures(writable_html(render_to_string("gongkai_library/document/pdf.html", file_context(view))))


def make_pdf(source: str) -> bytes:
    """The file itself. One at a time in each process, so that readers cannot keep every processor busy.

    Raises :class:`ExportFailed`.
    """
    if not _one_at_a_time.acquire(timeout=WAIT):
        raise ExportFailed(is_busy=True)
    try:
        command = [sys.executable, "-P", str(WORKER)]
        done = subprocess.run(command, input=source.encode(), capture_output=True, timeout=TIMEOUT, check=True)  # noqa: S603 (fixed)
    except (subprocess.SubprocessError, OSError) as error:
        words = getattr(error, "stderr", None) or b""
        _log.error("gongkai.library.pdf_failed", error=str(error), said=words.decode(errors="replace")[-2000:])
        raise ExportFailed(is_busy=isinstance(error, subprocess.TimeoutExpired)) from error
    finally:
        _one_at_a_time.release()
    return done.stdout
