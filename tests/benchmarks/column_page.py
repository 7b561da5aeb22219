"""A column's page with 100 and with 100,000 pages in it, uncached; and stock Wagtail's listing of the same rows.

Aim: at most 1.3x from 10² to 10⁵ (stock Wagtail: 14x).
"""

from __future__ import annotations

from tests.benchmarks.harness import compare, start_installation

FEW, MANY = 100, 100_000


def main() -> None:
    start_installation()
    from django.core.cache import cache
    from django.test import Client
    from wagtail.models import Page

    from tests.benchmarks.seeding import seed_articles
    from tests.factories.tree import make_column, make_section

    small = make_column()
    large = make_column(district=small.district)
    for column, count in ((small, FEW), (large, MANY)):
        seed_articles(make_section(column=column), count)
    client = Client(headers={"host": "localhost"})

    def view(column: Page, query: str = "") -> None:
        cache.clear()
        response = client.get(column.get_url() + query)
        assert response.status_code == 200, response.status_code

    def stock(column: Page) -> None:
        section = column.get_children().last()
        list(Page.objects.child_of(section).live().order_by("-last_published_at")[:20])

    compare(f"column page: {MANY:,} / {FEW} pages", lambda: view(large), lambda: view(small), rounds=15, times=3)
    compare(f"page 100 / page 1 of {MANY:,}", lambda: view(large, "?page=100"), lambda: view(large), times=3)
    compare("filtered by year / not", lambda: view(large, "?year=2018"), lambda: view(large), times=3)
    compare(f"stock listing: {MANY:,} / {FEW} pages", lambda: stock(large), lambda: stock(small), times=3)


if __name__ == "__main__":
    main()
