"""Take over a catalogue that was read from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import City, District
from plugins.contrib.item_catalogue.comparison import ImportPlan, compare
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Catalogue, Field
from plugins.contrib.item_catalogue.structure import Sheet

from .keeping import records_of, save_records
from .process.guarding import refuse_overwriting
from .versions import draft_version, latest_version

IMPORTED = "gongkai.items.imported"


@dataclass(frozen=True, slots=True)
class Imported:
    """The draft, or the last version when the file changes nothing (``is_changed`` is false then)."""

    catalogue: Catalogue
    plan: ImportPlan
    is_changed: bool


def sheet_of_field(sheets: Sequence[Sheet], field: Field) -> Sheet:
    """The catalogue of ``field`` in a file: the only one, or the one whose sheet or titles name the field.

    Raises :class:`ItemsRefused` when none or several do.
    """
    if len(sheets) == 1:
        return sheets[0]
    named = [sheet for sheet in sheets if field.is_named_in(" ".join((sheet.place, *sheet.shape.titles)))]
    if len(named) != 1:
        raise ItemsRefused(
            _("The file holds %(number)d catalogues, and %(named)d of them are about “%(field)s”: %(titles)s.")
            % {
                "number": len(sheets),
                "named": len(named),
                "field": field.name,
                "titles": "、".join(sheet.place or "".join(sheet.shape.titles[:1]) or "–" for sheet in sheets),
            }
        )
    return named[0]


def preview_import(*, field: Field, owner: City | District, sheet: Sheet) -> ImportPlan:
    """What importing ``sheet`` would change, compared with the draft or the last version; writes nothing."""
    latest = latest_version(field=field, owner=owner)
    return compare(records_of(latest) if latest else [], sheet.entries)


@transaction.atomic
def import_catalogue(
    *, field: Field, owner: City | District, sheet: Sheet, file_name: str = "", user: Any = None
) -> Imported:
    """Make the draft of ``owner``'s catalogue what ``sheet`` says; a published version is never touched.

    Items are matched by their names, so that they keep their identity. Common elements of a district's item stay as
    the city fixed them. A file that says what the last version says begins no draft. Raises :class:`ItemsRefused` for
    one that would change items while they are with the city.
    """
    latest = latest_version(field=field, owner=owner)
    plan = compare(records_of(latest) if latest else [], sheet.entries)
    if latest is not None and plan.is_empty and latest.layout == sheet.shape.as_json():
        return Imported(latest, plan, is_changed=False)
    draft = draft_version(field=field, owner=owner, shape=sheet.shape)
    plan = compare(records_of(draft), sheet.entries)
    refuse_overwriting(draft, plan.records)
    draft.layout, draft.file_name = sheet.shape.as_json(), file_name[:200]
    draft.save(update_fields=["layout", "file_name"])
    save_records(catalogue=draft, records=plan.records)
    figures = {"new": len(plan.new), "changed": len(plan.changed), "gone": len(plan.gone), "kept": len(plan.kept)}
    log(draft, IMPORTED, user=user, data={"file": draft.file_name, "version": draft.version, **figures})
    return Imported(draft, plan, is_changed=True)
