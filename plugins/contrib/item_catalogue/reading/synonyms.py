"""How offices word the headings of a catalogue and the options in it; compared by letters and digits alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from plugins.contrib.item_catalogue.enums import Column, Option
from plugins.contrib.item_catalogue.wording import word_key

_Meaning = TypeVar("_Meaning", Column, Option)

_HEADINGS: Mapping[Column, str] = {
    Column.NUMBER: "序号 编号 序",
    Column.FIRST: "一级事项 一级公开事项 一级目录 公开类别 事项类别 类别",
    Column.SECOND: "二级事项 二级公开事项 二级目录 公开事项 事项名称 公开事项名称",
    Column.CONTENT: "公开内容（要素） 公开内容 公开要素 公开内容及要素 公开内容和要素 内容要素 公开内容要素及标准",
    Column.BASIS: "公开依据 依据 法律依据 政策依据 公开的依据 公开依据（法律法规及文件）",
    Column.LIMIT: "公开时限 时限 公开时间 公开期限 公开时限要求",
    Column.BODY: "公开主体 责任主体 公开责任主体 公开责任单位 责任单位 责任部门 公开单位",
    Column.CHANNEL: "公开渠道和载体 公开渠道 公开载体 公开渠道及载体 公开渠道与载体 公开渠道（载体） 渠道和载体",
    Column.AUDIENCE: "公开对象 对象 公开范围",
    Column.METHOD: "公开方式 方式 公开属性",
    Column.LEVEL: "公开层级 层级 公开级别",
}
_OPTIONS: Mapping[Option, str] = {
    Option.WEBSITE: "政府网站 政府门户网站 门户网站 政府信息公开平台 政府信息公开专栏",
    Option.GAZETTE: "政府公报",
    Option.NEW_MEDIA: "两微一端 政务新媒体 微博微信 微信公众号 新媒体",
    Option.PRESS: "发布会/听证会 发布会 听证会 新闻发布会",
    Option.BROADCAST: "广播电视 电视广播",
    Option.PRINT: "纸质媒体 报纸 报刊",
    Option.READING_POINT: "公开查阅点 查阅点 政府信息查阅场所",
    Option.SERVICE_CENTRE: "政务服务中心 政务服务大厅 办事大厅",
    Option.SERVICE_STATION: "便民服务站 便民服务中心",
    Option.ON_SITE: "入户/现场 入户 现场 现场公示",
    Option.NOTICE_BOARD: "社区/企事业单位/村公示栏（电子屏） 社区/企事业单位/村公示栏 公示栏 村公示栏 公告栏 电子屏",
    Option.PUSH: "精准推送",
    Option.EVERYBODY: "全社会 社会公众 面向社会",
    Option.GROUP: "特定群体 特定群众 特定对象 特定人群 特定群体（请自行填写）",
    Option.PROACTIVE: "主动 主动公开",
    Option.ON_REQUEST: "依申请 依申请公开",
    Option.PROVINCE: "省级",
    Option.MUNICIPAL: "市级 设区市级",
    Option.COUNTY: "县级 区级 县区级 县（区）级 区县级 县（市、区）级 县、区级 区（县）级",
    Option.TOWNSHIP: "乡级 镇级 乡镇级 乡镇（街道）级 乡（镇）级 街道级 乡、村级 乡（镇、街道）级 乡镇街道级 乡镇 街道",
    Option.OTHER: "其他 其它",
}
_KIND_OF_OPTIONS: Mapping[Column, Iterable[Option]] = {
    Column.AUDIENCE: (Option.EVERYBODY, Option.GROUP),
    Column.METHOD: (Option.PROACTIVE, Option.ON_REQUEST),
    Column.LEVEL: (Option.PROVINCE, Option.MUNICIPAL, Option.COUNTY, Option.TOWNSHIP),
}


def _by_key(words: Mapping[_Meaning, str]) -> dict[str, _Meaning]:
    return {word_key(word): meaning for meaning, line in words.items() for word in line.split()}


COLUMN_OF = _by_key(_HEADINGS)
OPTION_OF = _by_key(_OPTIONS)
KIND_OF = {option: kind for kind, options in _KIND_OF_OPTIONS.items() for option in options}


def usual_channels() -> tuple[str, ...]:
    """The channels of the standard catalogues as they are usually worded, in their order."""
    return tuple(words.split()[0] for option, words in _OPTIONS.items() if option not in KIND_OF)


def option_of(label: str) -> Option:
    """The option that ``label`` words: as a whole, or by the longest word that it begins with; else ``OTHER``."""
    key = word_key(label)
    beginnings = (key[:length] for length in range(len(key), 1, -1))
    return next((OPTION_OF[beginning] for beginning in beginnings if beginning in OPTION_OF), Option.OTHER)
