"""An application goes to another district: what was sent is sent again there, and the code leads there."""

from __future__ import annotations

import secrets
from typing import Any, Final

from django.core.files.base import ContentFile
from django.utils import timezone

from plugins.api import District
from plugins.contrib.requests.enums import EventKind, FileKind
from plugins.contrib.requests.models import Case, CaseEvent

#: What the applicant said, and by which they are found.
SAID: Final = (
    *("channel", "applicant_kind", "name", "representative", "identity_kind", "identity_number"),
    *("phone", "email", "fax", "address", "title", "document_number", "features", "wanted_form", "delivery"),
    *("asks_fee_reduction", "fee_reason", "contact_digest", "applicant_digest"),
)
SENT: Final = (FileKind.APPLICATION, FileKind.SUPPLEMENT)


def begin_anew(case: Case, *, district: District, user: Any) -> Case:
    """A case in ``district`` with what ``case`` was sent with; its receipt day is the new desk's to settle."""
    digests = {name: getattr(case, name) for name in ("tracking_digest", "mail_tracking_digest")}
    case.tracking_digest, case.mail_tracking_digest = secrets.token_hex(32), ""
    case.save(update_fields=list(digests))
    said = {name: getattr(case, name) for name in SAID}
    made: Case = Case.objects.create(district=district, submitted_at=timezone.now(), **digests, **said)
    for one in case.files.filter(kind__in=SENT):
        with one.file.open() as stored:
            content = ContentFile(stored.read(), name=one.name)
        kept = {"name": one.name, "size": one.size, "content_type": one.content_type, "by": one.by}
        made.files.create(kind=one.kind, file=content, **kept)
    CaseEvent.objects.create(
        case=made,
        kind=EventKind.SUBMITTED,
        day=timezone.localdate(),
        by=user,
        state_after=made.state,
        data={"from": case.district.name},
    )
    return made
