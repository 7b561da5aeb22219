"""Catalogue entries of documents on request: proposed by the clearance, confirmed by a person, shown if the district
says so. A document that is not disclosed has none, ever."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from disclosure_pages.clearance.models import Clearance
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.public.cache.scope import end_on_commit, of_district
from disclosure_pages.rounds.models import CatalogueChoice, CatalogueEntry
from disclosure_pages.rounds.rules import CAMPAIGN_ROLES, SECRECY_ROLES
from disclosure_pages.tree.enums import DisclosureAttribute

from .permitting import require_office, require_reason

if TYPE_CHECKING:
    from cms.people.models import User
    from cms.tenancy.models import District


@transaction.atomic
def follow_clearance(*, clearance: Clearance) -> None:
    """Cleared as “on request”, a document gets a proposal for its entry; cleared as “not disclosed” it loses it.

    Cleared for the public it keeps the entry until it is public indeed. The same content cleared again keeps what was
    confirmed; other content has to be confirmed anew.
    """
    page = PolicyDocument.objects.filter(pk=clearance.page_id).first()
    if page is None:
        return
    if clearance.attribute == DisclosureAttribute.WITHHELD:
        drop_entry(page=page)
    elif clearance.attribute == DisclosureAttribute.ON_REQUEST:
        _propose(page, clearance)


def _propose(page: PolicyDocument, clearance: Clearance) -> None:
    entry = CatalogueEntry.objects.filter(page=page).first() or CatalogueEntry(page=page)
    if entry.digest == clearance.digest:
        return
    reviewed = Revision.objects.get(pk=clearance.revision_id).as_object()
    entry.district_id, entry.unit_id, entry.digest = reviewed.district_id, reviewed.unit_id, clearance.digest
    entry.title, entry.number, entry.issuer = reviewed.title, reviewed.number, reviewed.issuer
    entry.formed_on, entry.proposed_at = reviewed.formed_on, timezone.now()
    entry.confirmed_by, entry.confirmed_at = None, None
    entry.save()
    _show_anew(entry.district_id)


def drop_entry(*, page: PolicyDocument) -> None:
    """The document has no entry any more: it is public itself, or nothing may be known of it."""
    removed, _by_kind = CatalogueEntry.objects.filter(page=page).delete()
    if removed:
        _show_anew(page.district_id)


@transaction.atomic
def confirm_entry(
    *, entry: CatalogueEntry, user: User, title: str, number: str, issuer: str, formed_on: dt.date | None
) -> None:
    """These are the words that the public may read; they are shown if the district shows its catalogue."""
    require_office(district=entry.district, user=user, roles=SECRECY_ROLES)
    entry.title, entry.number, entry.issuer, entry.formed_on = title, number, issuer, formed_on
    entry.confirmed_by, entry.confirmed_at = user, timezone.now()
    entry.full_clean(exclude=["page"])
    entry.save()
    log(instance=entry.page, action="gongkai.catalogue.confirm", user=user, data={"title": title})
    _show_anew(entry.district_id)


@transaction.atomic
def take_off(*, entry: CatalogueEntry, user: User, reason: str) -> None:
    """Remove an entry; the document stays on request, and gets a new proposal when it is cleared anew."""
    require_office(district=entry.district, user=user, roles=SECRECY_ROLES)
    log(instance=entry.page, action="gongkai.catalogue.remove", user=user, data={"reason": require_reason(reason)})
    entry.delete()
    _show_anew(entry.district_id)


@transaction.atomic
def choose_catalogue(*, district: District, user: User, is_shown: bool) -> None:
    """Show the district's catalogue from now on, or show it no more."""
    require_office(district=district, user=user, roles=CAMPAIGN_ROLES)
    CatalogueChoice.objects.update_or_create(district=district, defaults={"is_shown": is_shown})
    _show_anew(district.pk)


def is_catalogue_shown(districts: list[int]) -> bool:
    """Whether one of these districts (keys) shows its catalogue."""
    return CatalogueChoice.objects.filter(district__in=districts, is_shown=True).exists()


def _show_anew(district: int) -> None:
    end_on_commit(of_district(district))
