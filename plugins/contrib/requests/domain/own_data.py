"""What is kept of an applicant, for the applicant: a file for people and programs, with all their files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder

from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.models import Case, CaseFile

from .submitting import ANSWERS

#: Facts of the case beside what the applicant wrote.
FACTS = ("number", "channel", "submitted_at", "received_on", "state", "due_on", "served_on")
#: What the desk writes for itself alone.
INTERNAL = (EventKind.NOTE, EventKind.ASSIGNED, EventKind.DRAFTED, EventKind.RETURNED)


def own_data(case: Case, *, files: Iterable[CaseFile]) -> bytes:
    """A ZIP file: ``application.json`` and ``files``, of which the caller says that the applicant may have them."""
    found = list(files)
    names = {file.pk: f"files/{place:02}-{file.name}" for place, file in enumerate(found, 1)}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        told = json.dumps(_values(case), ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
        archive.writestr("application.json", told)
        for file in found:
            with file.file.open("rb") as stored:
                archive.writestr(names[file.pk], stored.read())
    return packed.getvalue()


def _values(case: Case) -> dict[str, Any]:
    events = case.events.exclude(kind__in=INTERNAL)
    return {
        "district": case.district.name,
        "unit": case.unit.name if case.unit else "",
        **{name: getattr(case, name) for name in (*FACTS, *ANSWERS)},
        "log": [{"day": event.day, "kind": event.kind} for event in events],
    }
