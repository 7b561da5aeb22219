"""A sample for ``manage.py demo``: schools that there are not, at places that are only about right."""

from __future__ import annotations

from typing import Any

from plugins.api import District, publish_sample

from .enums import ColumnKind
from .models import GuideColumn, GuideTable
from .rows import join_text

TITLE = "义务教育学校名录（演示）"
COLUMN, UNIT = "法定主动公开内容 > 重大民生信息 > 教育信息", "jyj"
COLUMNS: tuple[dict[str, Any], ...] = (
    {"title": "学校名称", "is_required": True},
    {"title": "办学层次", "kind": ColumnKind.CHOICE, "codes": "小学\n初中\n九年一贯制", "is_required": True},
    {"title": "办学类型", "kind": ColumnKind.CHOICE, "codes": "公办\n民办", "is_required": True},
    {"title": "所在街道", "is_filter": True},
    {"title": "地址", "kind": ColumnKind.ADDRESS, "is_required": True},
    {"title": "办公电话", "kind": ColumnKind.PHONE},
    {"title": "招生计划", "kind": ColumnKind.NUMBER, "unit_of_measure": "人"},
    {"title": "经度", "kind": ColumnKind.LONGITUDE, "is_listed": False},
    {"title": "纬度", "kind": ColumnKind.LATITUDE, "is_listed": False},
)
ROWS = """
星河小学 小学 公办 东岸街道 演示路12号 0731-00000701 225 113.0512 28.2031
青柳小学 小学 公办 马王堆街道 柳荫路6号 0731-00000702 270 113.0326 28.2098
朝晖小学 小学 公办 荷花园街道 朝晖路88号 0731-00000703 180 113.0198 28.1987
双桥小学 小学 公办 五里牌街道 双桥巷3号 0731-00000704 135 113.0054 28.1979
云杉小学 小学 民办 东湖街道 云杉路21号 0731-00000705 90 113.0731 28.1856
文塘小学 小学 公办 文艺路街道 文塘街40号 0731-00000706 180 112.9916 28.1872
浏河中学 初中 公办 马坡岭街道 滨河路5号 0731-00000707 400 113.0822 28.2007
望湘中学 初中 公办 湘湖街道 望湘路17号 0731-00000708 450 113.0159 28.2113
育新中学 初中 民办 火星街道 育新路9号 0731-00000709 200 113.0287 28.1925
定远学校 九年一贯制 公办 东屯渡街道 定远路101号 0731-00000710 360 113.0448 28.1884
晴川学校 九年一贯制 公办 东湖街道 晴川路33号 0731-00000711 315 113.0664 28.1779
启明学校 九年一贯制 民办 定王台街道 启明街2号 0731-00000712 150 112.9853 28.1934
"""


def make_sample(district: District) -> bool:
    """Publish the sample unless it is there; ``False`` when it was."""
    if GuideTable.objects.filter(district=district, title=TITLE).exists():
        return False
    rows = [line.split() for line in ROWS.strip().splitlines()]
    page = GuideTable(
        title=TITLE,
        introduction="<p>本名录列出本区义务教育学校，学校和地址均为演示用虚构内容。</p>",
        rows=join_text([column["title"] for column in COLUMNS], rows),
    )
    page.columns = [GuideColumn(**column) for column in COLUMNS]
    publish_sample(page=page, district=district, column=COLUMN, unit=UNIT)
    return True
