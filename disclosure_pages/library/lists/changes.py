"""The feed of changes: what came into force, was amended or repealed, or has expired, up to today."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.models import FIRST_DAY, ForcePeriod
from disclosure_pages.public.links import Links
from disclosure_pages.public.rules import FEED_ENTRIES

from .place import LibraryPlace

FIELDS = ("force", "starts_on", "record__title", "record__number", "record__issuer", "record__page__url_path")


def changes_feed(request: HttpRequest, *, here: LibraryPlace, links: Links) -> HttpResponse:
    """An entry for each change that has come; what is known for later days appears on its day."""
    feed = Atom1Feed(
        title=_("Changes of legal force - %(site)s") % {"site": here.place.site_name},
        link=request.build_absolute_uri(here.address("library")),
        description=_("Documents that came into force, were amended or repealed, or have expired."),
        language=get_language(),
        author_name=here.place.organisation,
        feed_url=request.build_absolute_uri(),
    )
    periods = ForcePeriod.objects.filter(
        is_public=True, district__in=here.districts, starts_on__gt=FIRST_DAY, starts_on__lte=timezone.localdate()
    )
    for row in periods.order_by("-starts_on", "-pk").values_list(*FIELDS)[:FEED_ENTRIES]:
        feed.add_item(**_item(row, links=links))
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _item(row: tuple[Any, ...], *, links: Links) -> dict[str, Any]:
    force, day, title, number, issuer, url_path = row
    name = f"{title}（{number}）" if number else title
    address, label = links.canonical(url_path), LegalForce(force).label
    return {
        "title": _("%(force)s: %(name)s") % {"force": label, "name": name},
        "link": address,
        "description": _("From %(day)s: %(force)s") % {"day": day.isoformat(), "force": label},
        "author_name": issuer,
        "updateddate": timezone.make_aware(dt.datetime.combine(day, dt.time())),
        "unique_id": f"{address}#force-{day.isoformat()}",
    }
