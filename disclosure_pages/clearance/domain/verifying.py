"""Hold the invariant against the database: live ⇔ public ⇔ cleared, also after changes made behind our back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.models import Clearance
from disclosure_pages.media.models import PublishedFile
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage


@dataclass(frozen=True, kw_only=True)
class Breach:
    """One page on which the invariant does not hold: a stable code, a sentence, and what to do."""

    page_id: int
    title: str
    code: str
    message: str
    remedy: str


def find_breaches(*, district_slug: str = "") -> Iterator[Breach]:
    """Every breach, page by page in the order of the tree. Cost grows with the number of public pages."""
    pages = DisclosurePage.objects.all()
    if district_slug:
        pages = pages.filter(district__slug=district_slug)
    suspects = pages.filter(Q(live=True) | Q(is_public=True)).order_by("path")
    for page in suspects.specific().iterator(chunk_size=200):
        yield from _breaches_of(page)
    yield from _foreign_files(pages)


def _breaches_of(page: DisclosurePage) -> Iterator[Breach]:
    if page.live != page.is_public:
        message, remedy = _("Live and public disagree."), _("Withdraw it and publish anew.")
        yield _breach(page, "gongkai.live_not_public", message, remedy)
    if page.live and page.attribute != DisclosureAttribute.PROACTIVE:
        yield _breach(
            page, "gongkai.attribute", _("It is live without the attribute “proactive”."), _("Withdraw it at once.")
        )
    if page.live and not Clearance.objects.of(page).for_public(content_digest(page)).exists():
        yield _breach(
            page,
            "gongkai.not_cleared",
            _("Its public content has no clearance."),
            _("Withdraw it at once; find out in the history who changed it."),
        )
    if page.column_slug != page.slug:
        yield _breach(page, "gongkai.address", _("Its address is not the one recorded."), _("Save it in the editor."))


def _foreign_files(pages: QuerySet[DisclosurePage]) -> Iterator[Breach]:
    rows = PublishedFile.objects.filter(page__in=pages).select_related("page", "document", "image")
    for row in rows.filter(page__live=False):
        yield _breach(row.page, "gongkai.file", _("A file of it is public, but it is not."), _("Withdraw it."))
    changed = Q(document__isnull=False) & ~Q(file_hash=F("document__file_hash"))
    changed |= Q(image__isnull=False) & ~Q(file_hash=F("image__file_hash"))
    for row in rows.filter(changed):
        yield _breach(row.page, "gongkai.file_changed", _("A file of it changed since."), _("Publish it anew."))


def _breach(page: DisclosurePage, code: str, message: str, remedy: str) -> Breach:
    return Breach(page_id=page.pk, title=page.title, code=code, message=message, remedy=remedy)
