"""Tables between upload and confirmation. They are kept on the server, so that nothing travels twice."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from cms.people.models import User
from cms.tenancy.models import District
from disclosure_pages.responsibility.models import PendingTable

KEPT_FOR = dt.timedelta(days=7)


@transaction.atomic
def keep_pending(*, district: District, user: User, content: bytes, file_name: str) -> PendingTable:
    """Keep an uploaded file in place of the person's last one; files that nobody came back for are thrown away."""
    PendingTable.objects.filter(uploaded_at__lt=timezone.now() - KEPT_FOR).delete()
    table, _made = PendingTable.objects.update_or_create(
        district=district, user=user, defaults={"content": content, "file_name": file_name[:255]}
    )
    return table


def pending_of(*, district: District, user: User) -> PendingTable | None:
    """The file that ``user`` uploaded for ``district`` and did not apply yet."""
    return PendingTable.objects.filter(district=district, user=user).first()
