"""Which pages a person may come across in the admin: as a queryset, and as a quick answer about one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.people.domain.roles import Person, districts_of, units_of
from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.permission_policies import ancestor_paths, below_any, common_path
from disclosure_pages.tree.querysets import READING_ROLES, UNIT_ROLES


@dataclass(frozen=True)
class Sight:
    """Places in the tree that a person sees whole, and the pages that stand above them."""

    whole: frozenset[str]
    above: frozenset[str]

    def covers(self, path: str) -> bool:
        """Whether the page at ``path`` is within sight."""
        return path in self.above or any(path.startswith(place) for place in self.whole)


def granted_paths(user: Person) -> set[str]:
    """Places where ``user`` holds rights; the database is asked once for a user that was loaded."""
    return {grant.page.path for grant in policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)}


def sight_of(user: Person) -> Sight:
    """Where ``user`` holds rights, and the districts that ``user`` reads."""
    granted = granted_paths(user)
    top = common_path(path[: -Page.steplen] for path in granted)
    roots = districts_of(user, READING_ROLES).filter(root_page__isnull=False)
    read = set(roots.values_list("root_page__path", flat=True))
    above = {path for path in ancestor_paths(granted) if path.startswith(top)} | ancestor_paths(read)
    return Sight(whole=frozenset(granted | read), above=frozenset(above))


def pages_in_admin(user: Person) -> QuerySet[Page]:
    """Pages that exist for ``user`` in the admin: where one has rights, one's units' content, one's districts.

    Public content of other units is not among them: it is read on the public side.
    """
    if user.is_active and user.is_superuser:
        return Page.objects.all()
    sight = sight_of(user)
    return Page.objects.filter(
        Q(pk__in=below_any(Page.objects.all(), sight.whole).values("pk"))
        | Q(path__in=sight.above)
        | Q(pk__in=_own_content(user).values("pk"))
    )


def is_in_admin(user: Person, key: str) -> bool:
    """Whether the page with ``key`` is among :func:`pages_in_admin`; most questions need no search of the tree."""
    path = Page.objects.filter(pk=key).values_list("path", flat=True).first()
    if path is None:
        return False
    if user.is_active and user.is_superuser:
        return True
    if any(path.startswith(place) for place in granted_paths(user)):
        return True  # where most people work; the districts that they read need not be asked for
    return sight_of(user).covers(path) or _own_content(user).filter(pk=key).exists()


def pages_to_link(user: Person, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Of ``pages``, those that ``user`` may link to: structure, what is public, and what one may see."""
    if user.is_active and user.is_superuser:
        return pages
    hidden = DisclosurePage.objects.exclude(pk__in=DisclosurePage.objects.visible_to(user).values("pk"))
    return pages.exclude(pk__in=hidden.values("pk"))


def _own_content(user: Any) -> QuerySet[Any]:
    """Content of one's units, also in sections that are closed and carry no rights any more."""
    return DisclosurePage.objects.filter(unit__in=units_of(user, UNIT_ROLES))
