"""Districts and cities as steps name them."""

from __future__ import annotations

from typing import TypeVar

from django.utils.translation import gettext as _

from cms.steps.report import Refused
from cms.tenancy.models import City, District

P = TypeVar("P", City, District)


def place_called(kind: type[P], slug: str) -> P:
    """The district or city with that slug; raises :class:`Refused`, which names those that there are."""
    found: P | None = kind.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(kind.objects.values_list("slug", flat=True)) or "–"
        words = {"kind": kind._meta.verbose_name, "slug": slug, "known": known}
        raise Refused(_("No %(kind)s has the slug “%(slug)s”. There are: %(known)s.") % words)
    return found
