"""Which pages a person may come across in the admin, as querysets."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.people.domain.roles import Person, districts_of, units_of
from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.permission_policies import ancestor_paths, below_any
from disclosure_pages.tree.querysets import READING_ROLES, UNIT_ROLES


def pages_in_admin(user: Person) -> QuerySet[Page]:
    """Pages that exist for ``user`` in the admin: where one has rights, one's units' content, one's districts.

    Public content of other units is not among them: it is read on the public side.
    """
    if user.is_active and user.is_superuser:
        return Page.objects.all()
    explorable = policy_registry.get_by_type(Page).explorable_instances(user)
    own = DisclosurePage.objects.filter(unit__in=units_of(user, UNIT_ROLES))
    roots = {path for path in _district_roots(user) if path}
    read = below_any(Page.objects.all(), roots)
    return Page.objects.filter(
        Q(pk__in=explorable.values("pk"))
        | Q(pk__in=own.values("pk"))
        | Q(pk__in=read.values("pk"))
        | Q(path__in=ancestor_paths(roots))
    )


def pages_to_link(user: Person, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Of ``pages``, those that ``user`` may link to: structure, what is public, and what one may see."""
    if user.is_active and user.is_superuser:
        return pages
    hidden = DisclosurePage.objects.exclude(pk__in=DisclosurePage.objects.visible_to(user).values("pk"))
    return pages.exclude(pk__in=hidden.values("pk"))


def _district_roots(user: Any) -> QuerySet[Any]:
    return districts_of(user, READING_ROLES).values_list("root_page__path", flat=True)
