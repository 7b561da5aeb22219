"""Every hook of the contract, once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from django.urls import path

from plugins.api import (
    BrokenFile,
    Channel,
    ColumnPreset,
    DeskPanel,
    DeskPile,
    DeskRow,
    ExportFormat,
    FigureSource,
    FileUse,
    Finding,
    Fragment,
    ImportFormat,
    Job,
    Measure,
    MenuEntry,
    PageButton,
    Role,
    SearchFacet,
    SearchText,
    Severity,
    Slot,
    SlotPart,
    hookimpl,
)

from . import views
from .api import router
from .models import NoticePage, Point

ROLES = frozenset({Role.EDITOR, Role.MODERATOR, Role.DISCLOSURE_OFFICE})
FORBIDDEN = "样例禁词"
#: What the channel took, for tests.
TAKEN: list[int] = []
#: What the facet cannot reach at the moment, for tests.
AWAY: list[str] = []


@hookimpl
def publication_gate(request):
    if FORBIDDEN in request.page.title:
        return [
            Finding(
                code="sample.forbidden", message="标题含有样例禁词。", remedy="请修改标题。", severity=Severity.BLOCK
            )
        ]
    return []


@hookimpl
def slot_parts():
    return [SlotPart(name="greeting", slot=Slot.CONTENT_BOTTOM, render=greeting)]


def greeting(context):
    return Fragment("sample_plugin/greeting.html", {"district": context.district, "words": "样例片段 <b>&"})


@hookimpl
def column_presets():
    return [ColumnPreset(name="notices", titles=("便民服务", "便民公告"), note="样例插件的栏目")]


@hookimpl
def public_addresses():
    return [path("", views.notices, name="notices"), path("<int:key>/", views.notice, name="notice")]


@hookimpl
def admin_addresses():
    return [
        path("", views.NoticesScreen.as_view(), name="notices"),
        path("pages/<int:key>/", views.RelatedScreen.as_view(), name="related"),
    ]


@hookimpl
def menu_entries():
    return [MenuEntry(label="样例公告", url_name="notices", roles=ROLES)]


@hookimpl
def page_buttons():
    return [PageButton(label="相关公告", url_name="related", roles=ROLES)]


@hookimpl
def desk_panels():
    return [DeskPanel(name="drafts", heading="未发布的便民公告", pile=drafts)]


def drafts(user, districts):
    waiting = NoticePage.objects.filter(live=False, district__in=districts)
    rows = [DeskRow(page.title, f"/admin/pages/{page.pk}/edit/") for page in waiting[:5]]
    return DeskPile(waiting.count(), rows)


@hookimpl
def api_routers():
    return [router]


@hookimpl
def search_texts():
    return [SearchText(kind="sample_plugin.NoticePage", texts=points_of)]


def points_of(keys):
    found = defaultdict(list)
    for point in Point.objects.filter(notice__in=keys):
        found[point.notice_id].append(("要点", point.text))
    return found


@hookimpl
def search_facets():
    return [
        SearchFacet(name="where", label="地点", kind="sample_plugin.NoticePage", values=places_of, labels=bracketed)
    ]


def places_of(keys):
    if AWAY:
        raise ConnectionError(AWAY[0])
    found = NoticePage.objects.filter(pk__in=keys).exclude(where="")
    return {key: [where] for key, where in found.values_list("pk", "where")}


def bracketed(values):
    return {value: f"〔{value}〕" for value in values}


@hookimpl
def export_formats():
    return [
        ExportFormat(extension="tsv", label="TSV", content_type="text/tab-separated-values", write=tab_separated),
    ]


def tab_separated(table):
    lines = [table.headings, *table.rows]
    return "".join("\t".join(str(cell or "") for cell in line) + "\n" for line in lines).encode()


@hookimpl
def import_formats():
    """A mark in the first line, and below it what the product reads."""
    return [
        ImportFormat(
            extension=extension,
            label=f"样例格式 {extension.upper()}",
            use=use,
            becomes=becomes,
            recognises=lambda content, mark=mark: content.startswith(mark),
            convert=lambda content, mark=mark: below(mark, content),
        )
        for extension, use, becomes, mark in (
            ("gwd", FileUse.DOCUMENT, "txt", b"\x00GWD\n"),
            ("gwt", FileUse.RESPONSIBILITY_TABLE, "csv", b"\x00GWT\n"),
        )
    ]


def below(mark, content):
    if not content.removeprefix(mark):
        raise BrokenFile("样例文件只有首行。")
    return content.removeprefix(mark)


@hookimpl
def channels():
    return [Channel(name="board", title="样例公告栏", deliver=lambda publication: TAKEN.append(publication.page.pk))]


@hookimpl
def measures():
    return [Measure(name="notices", title="便民公告", unit="条", value=count_notices)]


def count_notices(district, since, until):
    public = NoticePage.objects.public().filter(district=district)
    return public.filter(published_on__range=(since, until)).count()


@hookimpl
def report_figures():
    return [FigureSource(name="notices", title="便民公告", table="notices", figures=notices_of, address=list_of)]


def notices_of(scope):
    public = NoticePage.objects.public().filter(district=scope.district, published_on__year=scope.year)
    return {("published", "number"): public.count(), ("planned", "number"): None}


def list_of(scope, row, column):
    return f"/admin/plug-ins/sample/?year={scope.year}" if row == "published" else ""


@hookimpl
def scheduled_jobs():
    return [Job(name="count", title="清点", every=dt.timedelta(hours=1), run=lambda district: f"清点了{district}。")]


@hookimpl
def demo_content(district):
    TAKEN.append(-district.pk)
