"""Moving a column with 10,000 pages below it, against the bare update of their paths.

A = the move with everything that belongs to it; B = one UPDATE of ``path`` and ``url_path`` of the same rows.
"""

from __future__ import annotations

from tests.benchmarks.harness import compare, start_installation

PAGES = 10_000


def main() -> None:
    start_installation()
    from django.db.models import F, Value
    from django.db.models.functions import Concat, Substr
    from wagtail.models import Page

    from disclosure_pages.tree.acts import structural_change
    from disclosure_pages.tree.models import Column, FormerAddress
    from tests.benchmarks.seeding import seed_articles
    from tests.factories.tree import make_column, make_section

    left = make_column()
    right = make_column(district=left.district)
    column = make_column(parent=left, district=left.district)
    for _ in range(4):
        seed_articles(make_section(column=column), PAGES // 4)
    places = [right.pk, left.pk]

    def move() -> None:
        target = Column.objects.get(pk=places[0])
        places.reverse()
        with structural_change():
            Column.objects.get(pk=column.pk).move(target, pos="last-child")

    def bare_update() -> None:
        moved = Column.objects.get(pk=column.pk)
        Page.objects.filter(path__startswith=moved.path).update(
            path=Concat(Value(moved.path), Substr("path", len(moved.path) + 1)),
            url_path=Concat(Value(moved.url_path), Substr("url_path", len(moved.url_path) + 1)),
            depth=F("depth"),
        )

    compare(f"move of a column with {PAGES:,} pages / bare path update", move, bare_update, rounds=7)
    print(f"rows of former addresses: {FormerAddress.objects.count()}")


if __name__ == "__main__":
    main()
