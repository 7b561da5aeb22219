"""Let a version take effect."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import pages_anew
from plugins.contrib.item_catalogue.enums import CatalogueState
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Catalogue

from .process.guarding import finish_process, refuse_unapproved

PUBLISHED = "gongkai.items.published"
_NAMED = 5


@transaction.atomic
def publish_version(*, catalogue: Catalogue, effective_from: dt.date, user: Any = None) -> Catalogue:
    """Publish a draft; it holds from ``effective_from`` (a day in Asia/Shanghai) until the next version begins.

    Versions take effect in the order of their numbers. Raises :class:`ItemsRefused` for what is no draft, has no items
    or items without content, for a day that is not after the one of the version before, and while the city has not
    approved every item of a field that it assigned.
    """
    catalogue = Catalogue.objects.select_for_update().get(pk=catalogue.pk)
    if not catalogue.is_draft:
        raise ItemsRefused(_("This version is published already; import or adopt to begin a new one."))
    _check_items(catalogue)
    refuse_unapproved(catalogue)
    earlier = Catalogue.objects.of(catalogue.owner).of_field(catalogue.field).published()
    last = earlier.order_by("-effective_from").values_list("effective_from", flat=True).first()
    if last is not None and effective_from <= last:
        raise ItemsRefused(
            _("The version before takes effect on %(day)s; name a later day.") % {"day": last.isoformat()}
        )
    catalogue.state = CatalogueState.PUBLISHED
    catalogue.effective_from, catalogue.published_at = effective_from, timezone.now()
    catalogue.save(update_fields=["state", "effective_from", "published_at"])
    finish_process(catalogue)
    if catalogue.district_id is not None:
        pages_anew(catalogue.district_id)
    log(catalogue, PUBLISHED, user=user, data={"version": catalogue.version, "from": effective_from.isoformat()})
    return catalogue


def _check_items(catalogue: Catalogue) -> None:
    items = list(catalogue.items.all())
    if not items:
        raise ItemsRefused(_("The catalogue has no items yet."))
    empty = [str(item) for item in items if not item.content]
    if empty:
        raise ItemsRefused(
            _("%(number)d items do not say what is disclosed: %(items)s. Write their content elements.")
            % {"number": len(empty), "items": "、".join(empty[:_NAMED])}
        )
