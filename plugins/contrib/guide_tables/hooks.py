"""What guide tables add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from plugins.api import Finding, GateRequest, Measure, MenuEntry, SearchText, Severity, hookimpl

from .api import router
from .demo import make_sample
from .models import GuideTable, TableVersion
from .table import sentence
from .views import admin, importing

#: Cells that the gate names one by one.
NAMED = 20


@hookimpl
def publication_gate(request: GateRequest) -> list[Finding]:
    """Nothing is published that does not hold what its columns ask for."""
    return list(_findings(request.page)) if isinstance(request.page, GuideTable) else []


def _findings(page: GuideTable) -> Iterator[Finding]:
    problems = page.problems()
    for problem in problems[:NAMED]:
        field = "rows" if problem.row or not problem.column else "columns"
        yield Finding(
            code=f"tables.{problem.code.replace('-', '_')}",
            subject=f"{problem.row or 0}:{problem.column}"[:60],
            field=field,
            message=sentence(problem),
            remedy=problem.remedy,
            severity=Severity.BLOCK,
        )
    if len(problems) > NAMED:
        message = _("%(count)d more cells are wrong.") % {"count": len(problems) - NAMED}
        remedy = _("The editor of the table lists them.")
        yield Finding(code="tables.more", field="rows", message=message, remedy=remedy, severity=Severity.BLOCK)


@hookimpl
def admin_addresses() -> list[Any]:
    return [
        path("", admin.TablesScreen.as_view(), name="tables"),
        path("<int:key>/import/", importing.ImportView.as_view(), name="import"),
        path("<int:key>/workbook.xlsx", admin.WorkbookView.as_view(), name="workbook"),
    ]


@hookimpl
def menu_entries() -> list[Any]:
    return [
        MenuEntry(label=gettext_lazy("Guide tables"), url_name="tables", roles=admin.ROLES, icon="table", order=145)
    ]


@hookimpl
def api_routers() -> list[Any]:
    return [router]


@hookimpl
def search_texts() -> list[Any]:
    return [SearchText(kind="gongkai_tables.GuideTable", texts=rows_as_texts)]


def rows_as_texts(keys: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """Each row under its name, as a reader would read it out."""
    pages = GuideTable.objects.filter(pk__in=keys).prefetch_related("columns")
    return {page.pk: [_text(row) for row in page.table.rows] for page in pages}


def _text(row: Sequence[str]) -> tuple[str, str]:
    name, *cells = row or ("",)
    return name, "\n".join(cell for cell in cells if cell) or name


@hookimpl
def measures() -> list[Any]:
    return [
        Measure(name="tables", title=gettext_lazy("Guide tables"), value=_count_tables),
        Measure(
            name="rows",
            title=gettext_lazy("Rows of guide tables"),
            unit=pgettext_lazy("unit of a figure", "rows"),
            value=_count_rows,
        ),
    ]


def _count_tables(district: Any, since: Any, until: Any) -> int:
    """As of the last day."""
    count: int = GuideTable.objects.public().filter(district=district, published_on__lte=until).count()
    return count


def _count_rows(district: Any, since: Any, until: Any) -> int:
    """As of the last day."""
    public = GuideTable.objects.public().filter(district=district)
    versions = TableVersion.objects.filter(table__in=public, published_on__lte=until).order_by("table", "pk")
    return sum(dict(versions.values_list("table", "total")).values())


@hookimpl
def demo_content(district: Any) -> bool:
    """A list of schools, through all reviews."""
    return make_sample(district)
