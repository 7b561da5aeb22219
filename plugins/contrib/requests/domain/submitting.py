"""An application comes in: kept with its files under a new tracking code, which nobody is told but the applicant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from plugins.api import District, Unit
from plugins.contrib.requests.enums import Channel, EventKind, FileKind
from plugins.contrib.requests.models import Case, CaseEvent, CaseFile
from plugins.contrib.requests.protection.encryption import digest_of
from plugins.contrib.requests.protection.files import clean_name, type_of
from plugins.contrib.requests.protection.tracking import access_digest, contact_digest, new_code

APPLICANT: Final = "applicant"
#: Columns of :class:`Case` that an application fills as they were written.
ANSWERS: Final = (
    *("applicant_kind", "name", "representative", "identity_kind", "identity_number", "phone", "email", "fax"),
    *("address", "title", "document_number", "features", "wanted_form", "delivery", "asks_fee_reduction", "fee_reason"),
)


@dataclass(frozen=True)
class Submitted:
    """A new case and its tracking code, which is in no database and cannot be had again."""

    case: Case
    code: str


@dataclass(frozen=True)
class GivenFile:
    """A checked file: its name as it was given, and its bytes."""

    name: str
    content: bytes


@transaction.atomic
def submit_case(
    *,
    district: District,
    unit: Unit | None,
    answers: Mapping[str, Any],
    files: Iterable[GivenFile] = (),
    channel: str = Channel.WEB,
    by: Any = None,
    entry: Mapping[str, str] | None = None,
) -> Submitted:
    """Take an application in (Art. 29). ``unit`` is whom the applicant chose, ``None`` for the disclosure office.

    ``answers`` are checked before, by a form; ``by`` is whoever enters it at the counter, and ``entry`` what they say
    of it (days of arrival and confirmation as ISO): what arrived earlier was submitted then. The day of receipt is not
    settled here: over the internet it is the day on which both sides confirm it (Art. 31).
    """
    said = entry or {}
    now = moment_of(dt.date.fromisoformat(said["arrived_on"])) if said.get("arrived_on") else timezone.now()
    given = {name: answers[name] for name in ANSWERS if answers.get(name)}
    case, code = Case(district=district, unit=unit, channel=channel, submitted_at=now, **given), new_code()
    give_code(case, code)
    case.applicant_digest = digest_of(case.identity_number or f"{case.name}|{contact_digest(case.phone)}", APPLICANT)
    case.save()
    kept = {"by": by, "state_after": case.state, "data": dict(said)}
    CaseEvent.objects.create(case=case, kind=EventKind.SUBMITTED, day=timezone.localdate(now), **kept)
    add_files(case=case, kind=FileKind.APPLICATION, files=files, by=by)
    log(case, "gongkai.requests.submitted", user=by, data={"channel": channel})
    return Submitted(case, code)


def moment_of(day: dt.date) -> dt.datetime:
    """When something arrived of which the day is known: now if that is today, else the beginning of the day."""
    now = timezone.now()
    if day == timezone.localdate(now):
        return now
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def give_code(case: Case, code: str) -> None:
    """Let ``code`` open the unsaved ``case``, with its phone number and with its mail address; without, with the name.

    Whoever can be reached by post alone needs a second thing to know as well, or who finds the receipt has the case.
    """
    case.tracking_digest = access_digest(code, case.phone or case.email or case.name)
    case.mail_tracking_digest = access_digest(code, case.email) if case.phone and case.email else ""
    case.contact_digest = contact_digest(case.phone or case.email)


def is_code_of(case: Case, code: str) -> bool:
    """Whether ``code`` is the tracking code that ``case`` has now."""
    return case.tracking_digest == access_digest(code, case.phone or case.email or case.name)


@transaction.atomic
def renew_code(*, case: Case, by: Any = None) -> str:
    """A new tracking code, after a contact changed or the applicant lost the old one, which opens nothing any more.

    Nobody can make the digests of the old code anew, because nobody has it.
    """
    code = new_code()
    give_code(case, code)
    case.save(update_fields=["tracking_digest", "mail_tracking_digest", "contact_digest"])
    log(case, "gongkai.requests.code_renewed", user=by)
    return code


def add_files(*, case: Case, kind: str, files: Iterable[GivenFile], by: Any = None) -> list[CaseFile]:
    """Keep checked files with the case, encrypted."""
    made = []
    for file in files:
        name = clean_name(file.name)
        row = CaseFile(case=case, kind=kind, name=name, size=len(file.content), content_type=type_of(name), by=by)
        row.file.save(name, ContentFile(file.content), save=True)
        made.append(row)
    return made
