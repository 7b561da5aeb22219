"""The headings of a list. They are a format that people keep in their files, so they are Chinese in every language."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure_pages.responsibility.titles import identity


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a list: ``key`` in code, ``name`` as the template prints it, other ways to write it, an example."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    example: str = ""
    note: str = ""


HEADINGS: tuple[Heading, ...] = (
    Heading(
        "title",
        "标题",
        ("文件标题", "名称", "文件名称"),
        "关于印发《清溪区社区食堂管理办法》的通知",
        "有文件时可不填；填写的以清单为准",
    ),
    Heading("number", "发文字号", ("文号",), "清政办发〔2021〕7号"),
    Heading("kind", "体裁分类", ("公文种类", "文种", "体裁"), "通知", "见“可选项”"),
    Heading("topic", "主题分类", ("主题",), "社会救助", "见“可选项”"),
    Heading("issuer_name", "发文机关", ("制发机关", "发布机构"), "清溪区人民政府办公室"),
    Heading("joint_issuers", "联合发文机关", ("联合发文",), "区财政局、区民政局", "用顿号分隔"),
    Heading("addressees", "主送机关", ("主送",), "各街道办事处，区直有关单位"),
    Heading("formed_on", "成文日期", ("生成日期", "发文日期"), "2021-03-08"),
    Heading("issued_on", "发布日期", ("公布日期", "公开日期"), "2021-03-10", "首次公开的日期"),
    Heading("effective_on", "实施日期", ("施行日期", "生效日期"), "2021-04-01", "日期，或“自发布之日起”"),
    Heading("expires_on", "有效期至", ("失效日期", "截止日期"), "2023-03-31", "最后一日，含当日"),
    Heading(
        "stated_attribute",
        "公开属性",
        ("公开方式", "公开类别"),
        "主动公开",
        "主动公开、依申请公开、不予公开；不填即未注明",
    ),
    Heading("stated_ground", "不予公开情形", (), "", "公开属性为不予公开时填写"),
    Heading("stated_basis", "公开属性依据", (), ""),
    Heading("keywords", "主题词", ("关键词",), "养老 餐饮"),
    Heading("imported_index_number", "索引号", (), "43000/2021-00012"),
    Heading("source", "文件来源", ("来源", "信息来源"), "清溪区人民政府公报"),
    Heading("gazette", "政府公报", ("公报期号",), "2021年第3期（总第45期）"),
    Heading("unit", "责任单位", ("单位", "公开单位"), "区民政局", "不填则用导入时选定的位置"),
    Heading("column", "栏目", ("所属栏目",), "履职依据"),
    Heading("file", "文件名", ("文件", "正文文件"), "001.docx", "压缩包内的文件"),
    Heading("attachments", "附件", ("附件文件",), "001-附件1.xlsx；001-附件2.pdf", "压缩包内的文件，用分号分隔"),
    Heading("address", "原网址", ("原链接", "原地址", "旧网址"), "http://old.example.cn/art/2021/3/10/12.html"),
    Heading("body", "正文", ("内容",), "", "没有文件时可直接填写正文"),
)
BY_KEY = {heading.key: heading for heading in HEADINGS}
_BY_NAME = {identity(name): heading for heading in HEADINGS for name in (heading.name, *heading.aliases)}
#: Without one of these a row is no document.
SUBSTANTIAL = ("title", "file")


def heading_named(text: str) -> Heading | None:
    """The heading that a cell names, however it is spaced or marked as required."""
    return _BY_NAME.get(identity(text).strip("*＊").partition("(")[0])


def column_name(key: str) -> str:
    """What the author of a list calls the column of ``key``."""
    heading = BY_KEY.get(key)
    return heading.name if heading is not None else key
