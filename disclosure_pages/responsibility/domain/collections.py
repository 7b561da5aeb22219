"""Collections of a district and its sections, written in bulk.

Wagtail keeps collections in the order of their names; its own ``add_child`` renumbers every later sibling and all
that hangs below it, so that a district would cost more the more there are. Here a new collection goes to the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F, Max
from wagtail.models import Collection

from cms.tenancy.models import District
from disclosure_pages.responsibility.models import DistrictCollection

from .state import STEP, below

MAX_NAME = Collection._meta.get_field("name").max_length


def district_collection(*, district: District) -> Collection:
    """The collection of ``district``, made below the root when it is not there yet."""
    known = DistrictCollection.objects.filter(district=district).select_related("collection").first()
    if known is not None:
        return known.collection
    (collection,) = append_collections(parent=Collection.get_first_root_node(), names=[district.name])
    DistrictCollection.objects.create(district=district, collection=collection)
    return collection


def append_collections(*, parent: Collection, names: Sequence[str]) -> list[Collection]:
    """New collections below ``parent``, after those that are there."""
    depth = parent.depth + 1
    last = Collection.objects.filter(below(parent.path), depth=depth).aggregate(last=Max("path"))["last"]
    step = Collection._str2int(last[-STEP:]) if last else 0
    made: list[Collection] = Collection.objects.bulk_create(
        Collection(name=name[:MAX_NAME], path=Collection._get_path(parent.path, depth, step + number), depth=depth)
        for number, name in enumerate(names, start=1)
    )
    Collection.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(made))
    return made
