"""``items list``: the fields, and the catalogues that there are."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.item_catalogue.models import Catalogue, Field

from .places import add_place, field_asked, owner_asked

NAME = "list"
HELP = "List the fields, and the versions of catalogues in each."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_place(parser, is_required=False)


def run(*, field: str | None, district: str | None, city: str | None, **options: Any) -> Report:
    """All of them, or those of one field, of one district, or of a city itself."""
    fields = [field_asked(field)] if field else list(Field.objects.all())
    catalogues = Catalogue.objects.filter(field__in=fields).select_related("field", "city", "district")
    if district is not None or city is not None:
        catalogues = catalogues.of(owner_asked(district=district, city=city))
    found = list(catalogues.annotate(size=Count("items")))
    report = Report(values={"fields": []})
    for one in fields:
        mine = [catalogue for catalogue in found if catalogue.field_id == one.pk]
        report.lines += [f"{one.code}  {one.name}", *(f"    {_line(catalogue)}" for catalogue in mine)]
        values = [_values(catalogue) for catalogue in mine]
        report.values["fields"].append({"code": one.code, "name": one.name, "catalogues": values})
    return report


def _line(catalogue: Any) -> str:
    """``catalogue`` with its number of items as ``size``."""
    words = [
        str(catalogue.owner),
        _("version %(number)d") % {"number": catalogue.version},
        str(catalogue.get_state_display()),
        _("%(number)d items") % {"number": catalogue.size},
    ]
    if catalogue.effective_from:
        words.append(_("from %(day)s") % {"day": catalogue.effective_from.isoformat()})
    return " · ".join(words)


def _values(catalogue: Any) -> dict[str, Any]:
    return {
        "owner": catalogue.owner.slug,
        "version": catalogue.version,
        "state": catalogue.state,
        "effective_from": catalogue.effective_from,
        "items": catalogue.size,
    }
