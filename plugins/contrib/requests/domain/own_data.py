"""What is kept of an applicant, for the applicant: a file for people and programs, with all their files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder

from plugins.contrib.requests.models import Case, CaseFile, Decision
from plugins.contrib.requests.protection.files import UnreadableFile

from .given_files import letters_for_applicant
from .own_page import own_page
from .submitting import ANSWERS
from .telling import SERVED, told_events, told_text

#: Facts of the case beside what the applicant wrote.
FACTS = ("number", "channel", "submitted_at", "received_on", "state", "due_on", "served_on")
#: What is told of a decision that was served.
DECIDED = ("outcome", "reasons", "basis", "given", "approved_on")
#: What is told of a letter that was issued to them.
WRITTEN = ("kind", "number", "issued_on", "organ", "title", "body")


def own_data(case: Case, *, files: Iterable[CaseFile]) -> bytes:
    """A ZIP file: ``files``, of which the caller says that the applicant may have them, and what is said of the case.

    ``application.html`` says it for people, ``application.json`` for programs.
    """
    found = [(f"files/{place:02}-{file.name}", file, _content(file)) for place, file in enumerate(files, 1)]
    missing = [file.name for _path, file, content in found if content is None]
    values = {**_values(case), "files_that_cannot_be_read": missing}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        told = json.dumps(values, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
        archive.writestr("application.json", told)
        paths = [path for path, _file, content in found if content is not None]
        page = own_page(case, names=(*FACTS, *ANSWERS), decision=_served(case), files=paths)
        archive.writestr("application.html", page)
        for path, _file, content in found:
            if content is not None:
                archive.writestr(path, content)
    return packed.getvalue()


def _content(file: CaseFile) -> bytes | None:
    """``None`` for a file that is lost: it does not keep the others from their owner."""
    try:
        with file.file.open("rb") as stored:
            content: bytes = stored.read()
    except (UnreadableFile, FileNotFoundError):
        return None
    return content


def _values(case: Case) -> dict[str, Any]:
    return {
        "district": case.district.name,
        "unit": case.unit.name if case.unit else "",
        **{name: getattr(case, name) for name in (*FACTS, *ANSWERS)},
        "decision": _decision(case),
        "letters": [{name: getattr(one, name) for name in WRITTEN} for one in letters_for_applicant(case)],
        "log": [{"day": event.day, "kind": event.kind, "text": told_text(event)} for event in told_events(case)],
    }


def _decision(case: Case) -> dict[str, Any] | None:
    found = _served(case)
    return {name: getattr(found, name) for name in DECIDED} if found else None


def _served(case: Case) -> Decision | None:
    found: Decision | None = Decision.objects.filter(case=case).first() if case.state in SERVED else None
    return found
