"""Keep what listings read (district, unit, column, tallies) in step with where pages are."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Max, Value
from django.db.models.functions import Concat
from wagtail.models import Page

from disclosure_pages.tree.models import Column, ColumnTally, DisclosurePage, Section


def refresh_places(*, below_path: str) -> None:
    """Work out place and address of the section or page at ``below_path`` and of what lies below it.

    A section takes its column's address, content its column's address plus its slug: one update for each section.
    """
    sections = list(Section.objects.filter(path__startswith=below_path))
    if not sections:  # a page of content: its section stands above it
        sections = list(Section.objects.filter(path=below_path[: -Section.steplen]))
    for section in sections:
        column = Column.objects.get(path=section.path[: -Section.steplen])
        Section.objects.filter(pk=section.pk).update(url_path=column.url_path)
        content = DisclosurePage.objects.filter(path__startswith=max(section.path, below_path, key=len))
        keys = list(content.values_list("pk", flat=True))
        Page.objects.filter(pk__in=keys).update(url_path=Concat(Value(column.url_path), "slug", Value("/")))
        content.update(unit=section.unit_id, column=column, district=column.district_id)


def recount(*, column_id: int, unit_id: int, year: int) -> None:
    """Count one cell anew from the listing index; cells are small, so this cannot drift and stays cheap."""
    cell = DisclosurePage.objects.public().filter(
        column_id=column_id, unit_id=unit_id, published_on__gte=f"{year}-01-01", published_on__lte=f"{year}-12-31"
    )
    figures = cell.aggregate(total=Count("pk"), newest=Max("published_on"))
    ColumnTally.objects.update_or_create(
        column_id=column_id,
        unit_id=unit_id,
        year=year,
        defaults={"total": figures["total"], "newest_on": figures["newest"]},
    )


def recount_columns(*, column_ids: Iterable[int]) -> None:
    """Count every cell of ``column_ids`` anew, after a move or a reorganisation."""
    wanted = list(column_ids)
    ColumnTally.objects.filter(column_id__in=wanted).delete()
    rows = (
        DisclosurePage.objects.public()
        .filter(column_id__in=wanted, published_on__isnull=False)
        .values("column_id", "unit_id", "published_on__year")
        .annotate(total=Count("pk"), newest=Max("published_on"))
        .order_by()
    )
    ColumnTally.objects.bulk_create(
        ColumnTally(
            column_id=row["column_id"],
            unit_id=row["unit_id"],
            year=row["published_on__year"],
            total=row["total"],
            newest_on=row["newest"],
        )
        for row in rows
    )
