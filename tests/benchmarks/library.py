"""The library of 1,000 and of 100,000 documents: one page of what is in force on a day, today's and an earlier one's.

Aim: at most 1.3x from 10³ to 10⁵, with a constant number of queries. Totals are kept until something changes, so they
are measured apart: the page as it is asked for the first time after a publication counts them anew.
"""

from __future__ import annotations

import datetime as dt

from tests.benchmarks.harness import compare, start_installation

FEW, MANY = 1_000, 100_000
EARLIER = dt.date(2019, 6, 1)


def main() -> None:
    start_installation()
    from functools import partial

    from django.core.cache import caches
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone
    from wagtail.models import Site

    from cms.tenancy.models import District
    from disclosure_pages.documents.models import PolicyDocument
    from disclosure_pages.library.lists.query import LibraryQuery
    from disclosure_pages.library.lists.rows import ordered, periods_asked_for
    from tests.benchmarks.seeding import seed_documents
    from tests.factories.tree import make_column, make_section

    def district_of(count: int) -> District:
        column = make_column()
        seed_documents(make_section(column=column), count)
        root = column.district.root_page.get_parent()
        Site.objects.create(hostname=f"{column.district.slug}.example", root_page=root)
        return column.district

    few, many = district_of(FEW), district_of(MANY)
    client = Client()

    def rows(district: District, day: dt.date) -> None:
        query = LibraryQuery(on=day)
        found = ordered(periods_asked_for(query, districts=[district.pk]), query)
        assert len(found.values_list("pk", flat=True)[:20]) == 20

    def pages(district: District) -> None:
        found = PolicyDocument.objects.of_district(district).public().in_force(on=timezone.localdate()).newest_first()
        assert len(found[:20]) == 20

    def view(district: District, query: str = "", *, keep: bool = True) -> None:
        if not keep:
            caches["pages"].clear()
        response = client.get(f"/{district.slug}/library/{query}", headers={"host": f"{district.slug}.example"})
        assert response.status_code == 200, response.status_code

    for name, day in (("today", timezone.localdate()), ("an earlier day", EARLIER)):
        with CaptureQueriesContext(connection) as asked:
            rows(many, day)
        compare(f"rows of {name}, {len(asked)} queries", partial(rows, many, day), partial(rows, few, day), times=5)
    compare("in_force(on=today) of pages", partial(pages, many), partial(pages, few), times=5)
    for name, query in (("today", ""), ("an earlier day", f"?on={EARLIER}"), ("repealed or expired", "?force=ended")):
        compare(f"library page, {name}", partial(view, many, query), partial(view, few, query), times=3)
    compare("library page, totals anew", partial(view, many, keep=False), partial(view, few, keep=False), rounds=3)


if __name__ == "__main__":
    main()
