"""One article in a theme with adjustments against the same article in the base theme; and what a request pays for it.

Aims: uncached at most 1.10x, from the page cache at most 1.05x.
"""

from __future__ import annotations

import datetime as dt

from tests.benchmarks.harness import compare, start_installation

BODY = "".join(f"<h2>第{number}部分</h2>" + "<p>按照规定的程序和时限公开有关信息。</p>" * 6 for number in range(8))


def main() -> None:
    start_installation("tests.benchmarks.settings")
    from django.test import Client, override_settings

    from tests.factories.pages import make_published
    from tests.factories.tenancy import make_district
    from tests.factories.tree import make_column, make_section
    from themes.domain.drafting import adjust_draft, begin_draft
    from themes.domain.starting import start_version

    texts = {"body": BODY, "source": "样例单位", "formed_on": dt.date(2026, 6, 1)}
    city = make_district().city
    plain, themed = (
        make_published("一篇", section=make_section(column=make_column(district=make_district(city=city))), **texts)
        for _number in range(2)
    )
    version = begin_draft(theme="furong", user=None, district=themed.district)
    adjust_draft(version=version, accent="#7a1138", band="#0b5d4b")
    start_version(version=version, user=None)
    client = Client(headers={"host": "localhost"})

    def view(path: str, *, keep: int = 0) -> None:
        with override_settings(PAGE_CACHE_SECONDS=keep):
            response = client.get(path)
        assert response.status_code == 200, response.status_code

    paths = themed.get_url(), plain.get_url()
    compare("uncached: theme / base", lambda: view(paths[0]), lambda: view(paths[1]), rounds=21, times=5)
    compare(
        "from the page cache: theme / base",
        lambda: view(paths[0], keep=60),
        lambda: view(paths[1], keep=60),
        rounds=21,
        times=5,
    )


if __name__ == "__main__":
    main()
