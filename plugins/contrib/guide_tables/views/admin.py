"""The tables of a person's districts, and the empty workbook of one."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from plugins.api import LARGEST_KEY, SHEET_TYPES, AdminScreen, Role, write_sheet
from plugins.contrib.guide_tables.models import GuideTable, TableVersion

ROLES = frozenset({Role.EDITOR, Role.MODERATOR, Role.DISCLOSURE_OFFICE})
WRITING_ROLES = frozenset({Role.EDITOR, Role.MODERATOR})


class TablesScreen(AdminScreen):
    """Tables that the person may see, with the rows that are public."""

    template_name = "gongkai_tables/tables.html"
    page_title = gettext_lazy("Guide tables")
    header_icon = "table"
    roles = ROLES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newest = TableVersion.objects.filter(table=OuterRef("pk")).order_by("-pk").values("total")[:1]
        mine = GuideTable.objects.visible_to(self.request.user).filter(district__in=self.districts)
        found = mine.select_related("unit", "district").defer("rows").annotate(total=Subquery(newest))
        writable = set(GuideTable.objects.editable_by(self.request.user).values_list("pk", flat=True))
        return super().get_context_data(tables=found.order_by("district", "title"), writable=writable, **kwargs)


class TableScreen(AdminScreen):
    """A screen about the newest draft of one table, for people who write it."""

    roles = WRITING_ROLES
    header_icon = "table"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        mine = GuideTable.objects.editable_by(request.user).filter(district__in=self.districts)
        page = mine.filter(pk=kwargs["key"]).first() if kwargs["key"] <= LARGEST_KEY else None
        if page is None or not page.permissions_for_user(request.user).can_edit():
            raise Http404
        self.page: GuideTable = page
        self.draft: GuideTable = page.get_latest_revision_as_object()


class WorkbookView(TableScreen):
    """An empty workbook with the headings of the columns."""

    def get(self, request: HttpRequest, key: int) -> HttpResponse:
        headings = [column.label for column in self.draft.schema.columns]
        content = write_sheet(headings=headings, rows=[], file_format="xlsx", title=str(key))
        headers = {"Content-Disposition": f'attachment; filename="table-{key}.xlsx"'}
        return HttpResponse(content, content_type=SHEET_TYPES["xlsx"], headers=headers)
