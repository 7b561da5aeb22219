"""One article, as readers get it: ours against a stock Wagtail page with the same template, and from the page cache.

Aims: uncached at most 1.10x of stock, cached at most 0.10x.
"""

from __future__ import annotations

import datetime as dt

from tests.benchmarks.harness import compare, start_installation

BODY = "".join(f"<h2>第{number}部分</h2>" + "<p>按照规定的程序和时限公开有关信息。</p>" * 6 for number in range(8))


def main() -> None:
    start_installation("tests.benchmarks.settings")
    from django.test import Client, override_settings
    from wagtail.models import Page, Site

    from tests.benchmarks.stock.models import StockFolder, StockPage
    from tests.factories.pages import make_published
    from tests.factories.tree import make_column, make_section

    section = make_section(column=make_column(parent=make_column()))
    texts = {"body": BODY, "source": "样例单位", "formed_on": dt.date(2026, 6, 1)}
    ours = [make_published(f"第{number}篇", section=section, **texts) for number in range(3)][1]

    # On a site of its own: a city's home leads to districts only.
    place: Page = Page.get_first_root_node().add_child(instance=StockFolder(title="样例站", slug="stock"))
    Site.objects.create(hostname="stock.example", root_page=place)
    for number in range(3):
        place = place.add_child(instance=StockFolder(title=f"栏目{number}", slug=f"folder-{number}"))
    stock = [place.add_child(instance=StockPage(title=f"第{n}篇", slug=f"text-{n}", **texts)) for n in range(3)][1]
    client, hosts = Client(), dict(Site.objects.values_list("pk", "hostname"))

    def view(page: Page, *, keep: int = 0) -> None:
        site, _root_url, path = page.get_url_parts()
        with override_settings(PAGE_CACHE_SECONDS=keep):
            response = client.get(path, headers={"host": hosts[site]})
        assert response.status_code == 200, response.status_code

    compare("article, uncached: ours / stock Wagtail", lambda: view(ours), lambda: view(stock), rounds=21, times=5)
    compare(
        "article: from the page cache / stock Wagtail",
        lambda: view(ours, keep=60),
        lambda: view(stock, keep=60),  # nothing keeps a stock page
        rounds=21,
        times=5,
    )


if __name__ == "__main__":
    main()
