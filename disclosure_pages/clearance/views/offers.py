"""Which acts a person is offered on a page: the same answers as the acts' own, at a cost fixed for a whole list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button

from cms.people.domain.roles import districts_of, units_of
from disclosure_pages.clearance.models import HeldPublication
from disclosure_pages.clearance.rules import OFFICE_ROLES, WITHDRAWING_ROLES

if TYPE_CHECKING:
    from cms.people.models import User
    from disclosure_pages.tree.models import DisclosurePage

CACHE = "_gongkai_acting_places"
#: What rooms above offer: page, places of the person, end of the address → a button or nothing, without a query.
Offer = Callable[["DisclosurePage", "ActingPlaces", str], Any]
_offers: list[Offer] = []


def install_offer(offer: Offer) -> None:
    """Let a room above offer an act of its own beside those of clearance."""
    if offer not in _offers:
        _offers.append(offer)


@dataclass(frozen=True, kw_only=True)
class ActingPlaces:
    """Keys of the units and districts in which a person may act, and of what is held anywhere."""

    withdrawing_units: frozenset[int]
    withdrawing_districts: frozenset[int]
    office_districts: frozenset[int]
    held_pages: frozenset[int]

    def may_withdraw_from(self, page: DisclosurePage) -> bool:
        """Whether the person takes content down where the page is."""
        return page.unit_id in self.withdrawing_units or page.district_id in self.withdrawing_districts

    def is_office_of(self, page: DisclosurePage) -> bool:
        """Whether the person acts for the disclosure office of the page's district."""
        return page.district_id in self.office_districts

    @property
    def is_nowhere(self) -> bool:
        """Whether there is no place in which the person acts."""
        return not (self.withdrawing_units or self.withdrawing_districts or self.office_districts)


def acting_places(user: User) -> ActingPlaces:
    """Where ``user`` may act; kept on the person, who is loaded anew for each request."""
    places: ActingPlaces | None = getattr(user, CACHE, None)
    if places is None:
        places = ActingPlaces(
            withdrawing_units=frozenset(units_of(user, WITHDRAWING_ROLES).values_list("pk", flat=True)),
            withdrawing_districts=frozenset(districts_of(user, WITHDRAWING_ROLES).values_list("pk", flat=True)),
            office_districts=frozenset(districts_of(user, OFFICE_ROLES).values_list("pk", flat=True)),
            held_pages=frozenset(HeldPublication.objects.values_list("page_id", flat=True)),  # few at any time
        )
        setattr(user, CACHE, places)
    return places


def offered_acts(*, page: DisclosurePage, user: User) -> list[str]:
    """Names of the acts that ``user`` may carry out on ``page`` now, as their addresses name them."""
    places = acting_places(user)
    if places.is_nowhere:
        return []
    is_office = places.is_office_of(page)
    is_waiting = bool(page.approved_schedule) or page.pk in places.held_pages
    offers = {
        "withdraw": page.live and places.may_withdraw_from(page),
        "recall": is_waiting and places.may_withdraw_from(page),
        "move": is_office and page.live,
        "force": is_office and not is_waiting and (not page.live or page.has_unpublished_changes),
        "delete": is_office and (page.live or page.first_published_at is not None),
    }
    if (
        page.cached_content_type.model_class() is None
    ):  # its kind is not installed: it can be taken down, and nothing else
        offers = {"withdraw": offers["withdraw"]}
    return [name for name, offered in offers.items() if offered]


def act_buttons(*, page: DisclosurePage, user: User, next_url: str = "") -> list[Any]:
    """Buttons of the acts that ``user`` is offered on ``page``."""
    looks = {
        "withdraw": (_("Withdraw"), "download"),
        "recall": (_("Recall from schedule"), "rotate"),
        "move": (_("Move public content"), "arrow-right-full"),
        "force": (_("Force publication"), "upload"),
        "delete": (_("Delete as an error"), "bin"),
    }
    query = f"?{urlencode({'next': next_url})}" if next_url else ""
    acts = [
        Button(
            looks[name][0],
            url=reverse(f"gongkai_clearance:{name}", args=[page.pk]) + query,
            icon_name=looks[name][1],
            priority=70 + order,
        )
        for order, name in enumerate(offered_acts(page=page, user=user))
    ]
    others = (offer(page, acting_places(user), query) for offer in _offers)
    return [*acts, *(button for button in others if button is not None)]
