"""What follows when a plug-in is switched, and when content becomes public."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from cms.tenancy.models import District
from disclosure_pages.public.cache.scope import SITE, end_on_commit, of_district
from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.signals import content_published
from plugins.collecting import contributions
from plugins.domain.deliveries import announce
from plugins.signals import plugin_switched
from search.enums import EventKind
from search.outbox.recording import record

from .availability import kinds_of_plugins


@receiver(plugin_switched)
def pages_show_it(plugin: str, district: District | None, **kwargs: Any) -> None:
    """Kept pages are made anew; content whose kind came or went is found, or not."""
    districts = list(District.objects.values_list("pk", flat=True)) if district is None else [district.pk]
    end_on_commit(SITE, *map(of_district, districts))
    if _is_searched(plugin):
        record(EventKind.DISTRICT, districts)


def _is_searched(plugin: str) -> bool:
    has_kinds = any(manifest.name == plugin for manifest in kinds_of_plugins().values())
    said = (given for hook in ("search_texts", "search_facets") for given in contributions(hook))
    return has_kinds or any(given.plugin == plugin for given in said)


@receiver(content_published)
def channels_hear(page: DisclosurePage, **kwargs: Any) -> None:
    """Each channel that is on there takes it later."""
    announce(page.pk, district=page.district_id, is_new=page.first_published_at == page.last_published_at)
