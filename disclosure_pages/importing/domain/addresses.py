"""Addresses of old portals: written down with a document, found again when somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from cms.people.domain.roles import Person
from cms.tenancy.models import District
from disclosure_pages.importing.addresses import OldAddress, address_key, host_key, parse_address
from disclosure_pages.importing.enums import Lead
from disclosure_pages.importing.models import LegacyAddress
from disclosure_pages.tree.domain.addresses import find_former, find_gone
from disclosure_pages.tree.models import DisclosurePage


def find_public_document(request: HttpRequest) -> Page | None:
    """The public content that had the requested address on an old portal.

    The host of the request decides between portals with the same paths. Where the old host only sends readers on to
    this one, the path alone decides, as long as it means one content.
    """
    key = address_key(request.path_info, request.META.get("QUERY_STRING", ""))
    return _content(LegacyAddress.objects.filter(key=key), host_key(request.get_host()))


def _content(found: QuerySet[LegacyAddress], host: str) -> DisclosurePage | None:
    pages = {address.host: address.page for address in _public(found)}
    exact = pages.get(host) or pages.get("")
    if exact is not None:
        return exact
    return next(iter(pages.values())) if len(set(pages.values())) == 1 else None


def _public(found: QuerySet[LegacyAddress]) -> list[LegacyAddress]:
    return list(found.filter(page__in=DisclosurePage.objects.public()).select_related("page").order_by("-host", "pk"))


def record_addresses(*, pages: Iterable[tuple[DisclosurePage, OldAddress]]) -> None:
    """Write down where content used to be; an address that is known already leads to the content named last."""
    rows = [
        LegacyAddress(district_id=page.district_id, host=address.host, key=address.key, page_id=page.pk)
        for page, address in pages
    ]
    LegacyAddress.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["district", "host", "key"], update_fields=["page"]
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """Where one old address leads. ``number`` is its line; ``target`` the path of the page, empty without one."""

    number: int
    text: str
    lead: Lead
    target: str = ""


def check_addresses(lines: Iterable[str], *, district: District, user: Person | None = None) -> list[Checked]:
    """Where each address of a file leads, in its order; blank lines and repetitions are passed over.

    For ``user``, a document that is not public yet and that this person may not see is not there: a gap.
    """
    written = [(number, text.strip()) for number, text in enumerate(lines, start=1) if text.strip()]
    parsed = [(number, text, parse_address(text)) for number, text in written]
    known = _known(district, user, [address for _number, _text, address in parsed if address is not None])
    seen: set[str] = set()
    checked = []
    for number, text, address in parsed:
        name = str(address or text)
        if name not in seen:
            seen.add(name)
            checked.append(_check(number, text, address, known, district))
    return checked


def _known(
    district: District, user: Person | None, addresses: list[OldAddress]
) -> dict[tuple[str, str], DisclosurePage]:
    """(host, key) → content, for all addresses at once; a few queries whatever their number."""
    keys = sorted({address.key for address in addresses})
    found: dict[tuple[str, str], DisclosurePage] = {}
    for start in range(0, len(keys), 500):
        rows = LegacyAddress.objects.filter(district=district, key__in=keys[start : start + 500]).select_related("page")
        if user is not None:
            rows = rows.filter(page__in=DisclosurePage.objects.visible_to(user))
        found |= {(row.host, row.key): row.page for row in rows}
    return found


def _check(
    number: int,
    text: str,
    address: OldAddress | None,
    known: dict[tuple[str, str], DisclosurePage],
    district: District,
) -> Checked:
    if address is None:
        return Checked(number, text, Lead.NOWHERE)
    page = known.get((address.host, address.key)) or known.get(("", address.key))
    if page is not None:
        lead = Lead.DOCUMENT if page.is_public and page.live else Lead.WAITING
        return Checked(number, text, lead, page.url_path)
    lead, target = _own_address(address, district)
    return Checked(number, text, lead, target)


def _own_address(address: OldAddress, district: District) -> tuple[Lead, str]:
    """Whether the path is one of this site, of today or of before."""
    url_path = f"{_root_path(district)}{address.key.partition('?')[0].strip('/')}/".replace("//", "/")
    live = Page.objects.filter(url_path=url_path, live=True).first()
    if live is not None:
        return Lead.PAGE, live.url_path
    if find_gone(url_path) is not None:
        return Lead.GONE, ""
    former = find_former(url_path)
    return (Lead.PAGE, former[0].url_path) if former is not None and not former[1] else (Lead.NOWHERE, "")


def _root_path(district: District) -> str:
    """Where a path of the district's host begins in the tree: at the city's home, which also shows its districts."""
    root = district.city.root_page or district.root_page
    return root.url_path if root is not None else "/"
