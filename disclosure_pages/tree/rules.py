"""Tables of the tree: no database, only answers."""

from __future__ import annotations

from collections.abc import Sequence

from .enums import ColumnPurpose

# First-level titles of the disclosure column (专栏姓专: guide, rules, statutory content, annual reports, requests).
PURPOSE_OF_FIRST_LEVEL: dict[str, ColumnPurpose] = {
    "政府信息公开指南": ColumnPurpose.GUIDE,
    "政府信息公开制度": ColumnPurpose.SYSTEM,
    "法定主动公开内容": ColumnPurpose.STATUTORY,
    "政府信息公开年报": ColumnPurpose.ANNUAL_REPORT,
    "依申请公开": ColumnPurpose.ON_REQUEST,
    "公共企事业单位信息公开": ColumnPurpose.PUBLIC_ENTERPRISE,
}
PURPOSE_OF_SECOND_LEVEL: dict[str, ColumnPurpose] = {"机关简介": ColumnPurpose.INSTITUTION}

# Longest time without a new publication, in days, by title (domain, “what inspectors look at”: one county's limits).
FRESHNESS_DAYS: dict[str, int] = {
    "机关简介": 365,
    "规划信息": 365,
    "决算预算": 365,
    "收费项目": 365,
    "政府采购": 180,
    "统计信息": 90,
    "行政许可": 90,
    "处罚/强制": 90,
    "重大项目": 90,
    "应急管理": 60,
    "医疗信息": 60,
    "公共卫生": 60,
    "社会保障信息": 60,
    "环境保护": 60,
}
DEFAULT_FRESHNESS_DAYS: dict[str, int] = {
    ColumnPurpose.GUIDE: 365,
    ColumnPurpose.SYSTEM: 365,
    ColumnPurpose.INSTITUTION: 365,
    ColumnPurpose.ANNUAL_REPORT: 365,
    ColumnPurpose.ON_REQUEST: 365,
    ColumnPurpose.PUBLIC_ENTERPRISE: 365,
    ColumnPurpose.STATUTORY: 90,
    ColumnPurpose.OTHER: 90,
}


def purpose_of(titles: Sequence[str]) -> ColumnPurpose:
    """Purpose of the column reached by ``titles`` (first level first, numbering stripped)."""
    if len(titles) > 1 and titles[1] in PURPOSE_OF_SECOND_LEVEL:
        return PURPOSE_OF_SECOND_LEVEL[titles[1]]
    return PURPOSE_OF_FIRST_LEVEL.get(titles[0], ColumnPurpose.OTHER)


def freshness_limit(*, title: str, purpose: str, days: int | None = None) -> int:
    """Days after which a column counts as stale: its own number, else that of its title, else that of its purpose."""
    return days or FRESHNESS_DAYS.get(title) or DEFAULT_FRESHNESS_DAYS[purpose]
