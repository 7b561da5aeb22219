"""Documents that a text puts out of force, wholly or in part, and sentences that only speak of it."""

from __future__ import annotations

import pytest

from tests.disclosure_pages.documents.proposals.stated import OLD, relations

TARGET = "旧城物业管理办法 长政办发〔2016〕5号"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{OLD}同时废止。",
        f"原{OLD}自本办法施行之日起废止。",
        f"{OLD}自本通知印发之日起停止执行。",
        f"{OLD}即行废止。",
        f"{OLD}一并废止，不再执行。",
        f"{OLD}相应废止。",
        f"{OLD}现予废止。",
        f"{OLD}，自本办法施行之日起不再执行。",
        f"{OLD}已不适应当前工作需要，予以废止。",
        f"{OLD}因与上位法不一致，现予以废止。",
        f"{OLD}作废！",
        f"区政府办公室2016年3月1日印发的{OLD}同时废止。",
        f"本办法施行后，{OLD}及其补充通知同时废止。",
        f"本办法自发布之日起施行，有效期五年，原{OLD}自行废止。",
        "《旧城物业管理办法》（长政办发〔2016〕5号，有效期至2021年3月）同时废止。",
        f"本办法自2020年7月1日起施行，{OLD}同时废止。",
        f"区人民政府决定废止{OLD}。",
        f"经研究决定废止{OLD}。",
        f"经研究，决定对{OLD}予以废止。",
        f"现将{OLD}予以废止。",
        f"自本决定发布之日起，停止执行{OLD}。",
        f"同意废止{OLD}。",
        "《旧城物业管理办法》 ( 长政办发 [2016] 5 号 ) 同时废止。",
        "《旧城物业管理办法》（长政办发【２０１６】５号）同时废止。",
        "《旧城物业管理办法》（长政办发（2016）5号）同时废止。",
        "《旧城物业管理办法》（长政办发〔2016〕5号，以下简称《办法》）同时废止。",
        "《旧城物业管理办法》（2016年3月1日发布）（长政办发〔2016〕5号）同时废止。",
        "《旧城物业管理办法》长政办发〔2016〕5号同时废止。",
        "长政办发〔2016〕5号《旧城物业管理办法》同时废止。",
        "《旧城\n物业管理办法》（长政办发\n〔2016〕5号）同时\n废止。",
        "本办法自发布之日起施行。\n\n《旧城物业管理\n\n办法》（长政办发〔2016〕5号）同时废止。",
        "《旧城物业管理办法》(长政办发〔2016〕5号)同时废止",
        "根据《行政法规制定程序条例》规定，《旧城物业管理办法》（长政办发〔2016〕5号）同时废止。",
        "为落实《优化环境条例》，《旧城物业管理办法》（长政办发〔2016〕5号）同时废止。",
    ],
)
def test_repeal_is_found(sentence: str) -> None:
    assert [line for line in relations(sentence) if "repeals" in line] == [f"repeals {TARGET}"]


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("《甲办法》、《乙规定》和《丙细则》同时废止。", ["repeals 甲办法", "repeals 乙规定", "repeals 丙细则"]),
        ("《甲办法》《乙规定》同时废止。", ["repeals 甲办法", "repeals 乙规定"]),
        ("《甲办法》，《乙规定》及《丙细则》同时废止。", ["repeals 甲办法", "repeals 乙规定", "repeals 丙细则"]),
        ("决定废止《甲办法》、《乙规定》等2件规范性文件。", ["repeals 甲办法", "repeals 乙规定"]),
        ("《甲办法》废止，《乙规定》第五条停止执行。", ["repeals 甲办法", "partially_repeals 乙规定 第五条"]),
        ("《甲办法》、《乙规定》第三条同时废止。", ["repeals 甲办法", "partially_repeals 乙规定 第三条"]),
        ("长政办发〔2016〕5号文件同时废止。", ["repeals 长政办发〔2016〕5号"]),
        ("长政办发〔2016〕5号、8号同时废止。", ["repeals 长政办发〔2016〕5号", "repeals 长政办发〔2016〕8号"]),
        ("《关于印发〈甲办法〉的通知》同时废止。", ["repeals 关于印发〈甲办法〉的通知"]),
        ("《关于印发《甲办法》的通知》同时废止。", ["repeals 关于印发《甲办法》的通知"]),
        (
            "关于印发《甲办法》的通知（长政办发〔2014〕8号）废止。",
            ["repeals 关于印发《甲办法》的通知 长政办发〔2014〕8号"],
        ),
        ("《关于“放管服”改革若干措施的通知》同时废止。", ["repeals 关于“放管服”改革若干措施的通知"]),
        ("《关于废止甲办法的决定》同时废止。", ["repeals 关于废止甲办法的决定"]),
        ("《市令》（长沙市人民政府令第128号）同时废止。", ["repeals 市令 长沙市人民政府令第128号"]),
        ("宣布《甲办法》失效。", ["declares_expired 甲办法"]),
        ("《甲办法》予以失效。", ["declares_expired 甲办法"]),
        ("《甲办法》自2024年1月1日起失效。", ["declares_expired 甲办法 2024-01-01"]),
        ("《甲办法》自2023年1月1日起废止。", ["repeals 甲办法 2023-01-01"]),
        ("自二〇二三年一月一日起，《甲办法》停止执行。", ["repeals 甲办法 2023-01-01"]),
        ("自2023年1月1日起废止《甲办法》。", ["repeals 甲办法 2023-01-01"]),
        ("《甲办法》由本办法代替。", ["replaces 甲办法"]),
        ("本办法代替《甲办法》。", ["replaces 甲办法"]),
    ],
)
def test_every_target_is_found_with_its_day(sentence: str, stated: list[str]) -> None:
    assert relations(sentence) == stated


@pytest.mark.parametrize(
    ("sentence", "provisions"),
    [
        ("《甲办法》第三条、第五条停止执行。", "第三条、第五条"),
        ("《甲办法》第三条和第五条第二款同时废止。", "第三条和第五条第二款"),
        ("《甲办法》第十二条第（三）项失效。", "第十二条第（三）项"),
        ("《甲办法》中的第6条自本办法施行之日起废止。", "第6条"),
        ("《甲办法》第三条至第八条的规定同时废止。", "第三条至第八条"),
        ("《甲办法》附件2同时废止。", "附件2"),
        ("《甲办法》第四章停止执行。", "第四章"),
        ("《甲办法》中关于停车收费的规定同时废止。", "关于停车收费的规定"),
        ("《甲办法》有关规定停止执行。", "有关规定"),
        ("《甲办法》与本办法不一致的规定，停止执行。", "与本办法不一致的规定"),
        ("停止执行《甲办法》中关于停车收费的规定。", "关于停车收费的规定"),
        ("废止《甲办法》第三条。", "第三条"),
        ("《甲办法》第三条、\n第五条停止执行。", "第三条、第五条"),
    ],
)
def test_repeal_of_provisions_is_partial_and_names_them(sentence: str, provisions: str) -> None:
    assert relations(sentence) == [f"partially_repeals 甲办法 {provisions}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "《关于废止部分规范性文件的决定》已印发，请遵照执行。",
        "关于废止《甲办法》的决定",
        "区政府关于废止《甲办法》等三件文件的通知",
        "《甲办法》不予废止。",
        "《甲办法》暂不废止。",
        "《甲办法》尚未废止。",
        "《甲办法》拟废止。",
        "拟废止《甲办法》。",
        "建议废止《甲办法》。",
        "《甲办法》将于2027年废止。",
        "计划年内废止《甲办法》。",
        "及时修订或废止《甲办法》。",
        "《甲办法》应当废止。",
        "《甲办法》可以废止。",
        "《甲办法》已废止。",
        "《甲办法》已于2018年3月1日废止。",
        "《甲办法》废止后，原有许可继续办理。",
        "《甲办法》是否废止，由区政府决定。",
        "《甲办法》同时废止？",
        "有群众来信反映《甲办法》已经停止执行。",
        "据媒体报道，《甲办法》同时废止。",
        "张某说：“《甲办法》同时废止。”",
        "第十条修改为：“《甲办法》同时废止。”",
        "根据《甲办法》，决定停止执行临时价格。",
        "根据《甲办法》，经研究，停止执行，",
        "违反《甲办法》的，许可证作废。",
        "依照《甲办法》予以废止。",
        "除《甲办法》外，其他文件同时废止。",
        "此前规定与本办法不一致的，以本办法为准。",
        "《甲办法》与本办法不一致的，以本办法为准。",
        "区司法局负责组织废止《甲办法》。",
        "如需废止《甲办法》，应当报区政府同意。",
    ],
)
def test_sentence_that_only_speaks_of_a_repeal_proposes_none(sentence: str) -> None:
    assert [line for line in relations(sentence) if "repeals" in line or "expired" in line or "replaces" in line] == []


@pytest.mark.parametrize(
    "title",
    [
        "旧城物业管理办法",
        "旧城物业管理暂行办法",
        "旧城物业管理办法（2024年修订）",
        "关于印发《旧城物业管理办法》的通知",
    ],
)
def test_repeal_of_an_earlier_edition_is_its_replacement(title: str) -> None:
    assert relations(f"{OLD}同时废止。", title=title) == [f"replaces {TARGET}"]


def test_repeal_of_another_document_replaces_nothing() -> None:
    assert relations(f"{OLD}同时废止。", title="新城物业管理办法") == [f"repeals {TARGET}"]
