"""How far the items of districts are covered: screens for the office and the city's auditors, and their files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api import SHEET_TYPES, AdminScreen, District, Role, write_sheet
from plugins.contrib.item_catalogue.domain.coverage import GROUPINGS, LivingItem, coverage, coverage_by, living_items
from plugins.contrib.item_catalogue.enums import Keeping
from plugins.contrib.item_catalogue.models import Field, Item

from .linking import SEEING
from .tables import coverage_table, items_table

OVERSEEING = frozenset({Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR})
GROUP_LABELS = {"field": gettext_lazy("field of disclosure"), "district": gettext_lazy("district")}
GROUP_LABELS |= {"unit": gettext_lazy("Disclosing body")}
ON_A_PAGE = 50
#: Tables that are taken along.
TABLES = ("coverage", "items")


@dataclass(frozen=True)
class Narrowing:
    """What the address asks for; values that name nothing are left out."""

    district: str = ""
    field: str = ""
    unit: str = ""
    state: str = ""
    by: str = "field"

    @classmethod
    def read(cls, given: QueryDict) -> Narrowing:
        """From an address."""
        state, by = given.get("state", ""), given.get("by", "")
        return cls(
            given.get("district", ""),
            given.get("field", ""),
            given.get("unit", ""),
            state if state in Keeping.values else "",
            by if by in GROUPINGS else "field",
        )

    def living(self, districts: Sequence[District]) -> list[LivingItem]:
        """The items in effect of ``districts`` that are asked for: five queries."""
        items = Item.objects.filter(catalogue__district__in=districts).in_effect(on=timezone.localdate())
        asked = {
            "catalogue__district__slug": self.district,
            "catalogue__field__code": self.field,
            "unit__code": self.unit,
        }
        items = items.filter(**{name: value for name, value in asked.items() if value})
        items = items.select_related("catalogue__field", "catalogue__district", "unit")
        found = living_items(items.order_by("catalogue__district", "catalogue__field__order", "position", "pk"))
        return [one for one in found if self.state in ("", one.keeping)]

    @property
    def query(self) -> str:
        """The filters as they stand in an address."""
        given = {name: getattr(self, name) for name in ("district", "field", "unit", "state", "by")}
        made = QueryDict(mutable=True)
        made.update({name: value for name, value in given.items() if value})
        return made.urlencode()


class NarrowedScreen(AdminScreen):
    """What both screens share."""

    header_icon = "list-ol"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            fields=Field.objects.all(),
            districts=self.districts,
            states=Keeping.choices,
            today=timezone.localdate(),
            **kwargs,
        )


class CoverageScreen(NarrowedScreen):
    """A row for each field, district or unit."""

    template_name = "gongkai_items/living/coverage.html"
    page_title = gettext_lazy("Coverage of disclosure items")
    roles = OVERSEEING

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = Narrowing.read(self.request.GET)
        living = asked.living(self.districts)
        rows = list(coverage_by(living, asked.by))
        groups = list(GROUP_LABELS.items())
        return super().get_context_data(asked=asked, rows=rows, total=coverage(living), groups=groups, **kwargs)


class ItemsScreen(NarrowedScreen):
    """A row for each item, with the way to its links."""

    template_name = "gongkai_items/living/items.html"
    page_title = gettext_lazy("Disclosure items and what is published for them")
    roles = SEEING

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = Narrowing.read(self.request.GET)
        pages = Paginator(asked.living(self.districts), ON_A_PAGE)
        return super().get_context_data(
            asked=asked, page=pages.get_page(self.request.GET.get("p")), total=pages.count, **kwargs
        )


class CoverageFile(AdminScreen):
    """The rows of either screen as they are narrowed, as CSV or XLSX."""

    roles = OVERSEEING

    def get(self, request: HttpRequest, table: str, file_format: str) -> HttpResponse:
        if table not in TABLES or file_format not in SHEET_TYPES:
            raise Http404
        asked = Narrowing.read(request.GET)
        living = asked.living(self.districts)
        if table == "items":
            headings, rows = items_table(living)
        else:
            headings, rows = coverage_table([*coverage_by(living, asked.by), coverage(living, label=_("All together"))])
        content = write_sheet(headings=headings, rows=rows, file_format=file_format, title=table)
        name = f"{table}-{timezone.localdate()}.{file_format}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(content, content_type=SHEET_TYPES[file_format], headers=headers)
