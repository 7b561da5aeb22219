"""A file of a case without what may not be given (Art. 37)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.requests.domain.erased import refuse_erased
from plugins.contrib.requests.enums import FileKind
from plugins.contrib.requests.models import Case, CaseFile, Redaction
from plugins.contrib.requests.protection.files import clean_name, type_of
from plugins.contrib.requests.redaction import Mark, Redacted, redact


def content_of(file: CaseFile) -> bytes:
    """What is in it, in the clear."""
    with file.file.storage.open(file.file.name or "") as stored:
        content: bytes = stored.read()
    return content


@transaction.atomic
def add_source(*, case: Case, upload: Any, user: Any, kind: FileKind = FileKind.SOURCE) -> CaseFile:
    """Keep a file with the information as it is held, or as it is given; what was uploaded has been checked.

    Raises :class:`CaseRefused` for a case that was erased.
    """
    refuse_erased(case)
    name = clean_name(upload.name)
    given = {"size": upload.size, "content_type": type_of(name), "by": user}
    made: CaseFile = case.files.create(kind=kind, name=name, file=upload, **given)
    log(case, "gongkai.requests.source_added", user=user)
    return made


@transaction.atomic
def redact_file(*, source: CaseFile, marks: Sequence[Mark], user: Any, clear_pages: Collection[int] = ()) -> CaseFile:
    """Keep a redacted copy beside ``source``. Raises :class:`RedactionRefused`.

    Neither the log nor the record says what was marked: only why, and how many places went. The log names the pages
    that could not be searched and of which ``user`` has said that nothing on them is to be hidden.
    """
    copy = redact(content_of(source), marks, clear_pages=clear_pages)
    name = _("%(name)s (redacted)") % {"name": PurePath(source.name).stem} + f".{copy.kind.value}"
    made = _kept(source, copy, name, user)
    places = sum(copy.found)
    Redaction.objects.create(file=made, source=source, reasons=list(copy.reasons), places=places)
    said = {"reasons": list(copy.reasons), "places": places, "clear_pages": sorted(clear_pages)}
    log(source.case, "gongkai.requests.redacted", user=user, data=said)
    return made


def _kept(source: CaseFile, copy: Redacted, name: str, user: Any) -> CaseFile:
    given = {"size": len(copy.content), "content_type": copy.kind.content_type, "by": user}
    content = ContentFile(copy.content, name=name)
    made: CaseFile = source.case.files.create(kind=FileKind.REDACTED, name=name, file=content, **given)
    return made
