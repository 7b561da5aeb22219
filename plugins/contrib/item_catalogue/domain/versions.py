"""Which version of a catalogue one works on."""

from __future__ import annotations

from plugins.api import City, District
from plugins.contrib.item_catalogue.models import Catalogue, Field
from plugins.contrib.item_catalogue.owning import columns_of
from plugins.contrib.item_catalogue.structure import Shape

from .keeping import records_of, save_records


def latest_version(*, field: Field, owner: City | District) -> Catalogue | None:
    """The draft, or the last published version where there is none; also one that takes effect later."""
    return Catalogue.objects.of(owner).of_field(field).order_by("-version").first()


def draft_version(*, field: Field, owner: City | District, shape: Shape) -> Catalogue:
    """The draft, begun as a copy of the last version where there is none; inside the caller's transaction.

    ``shape`` is how a catalogue is written down that has no earlier version. The draft is locked, like its field, until
    the transaction ends: nobody edits or publishes it meanwhile.
    """
    Field.objects.select_for_update().get(pk=field.pk)  # one draft at a time, whoever else begins one
    latest = latest_version(field=field, owner=owner)
    if latest is not None and latest.is_draft:
        latest = Catalogue.objects.select_for_update().get(pk=latest.pk)
    if latest is not None and latest.is_draft:  # still, now that nobody publishes it
        return latest
    draft = Catalogue.objects.create(
        field=field,
        **columns_of(owner),
        version=latest.version + 1 if latest else 1,
        layout=latest.layout if latest else shape.as_json(),
        file_name=latest.file_name if latest else "",
    )
    if latest is not None:
        save_records(catalogue=draft, records=records_of(latest))
    return draft
