"""Amendments, extensions, grounds and interpretations."""

from __future__ import annotations

import pytest

from tests.disclosure_pages.documents.proposals.stated import relations


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("将《甲办法》第六条修改为：“第六条 本办法有效期三年。”", ["amends 甲办法 第六条"]),
        (
            "《甲办法》（长政发〔2012〕3号）第六条第一款修改为“每年一次”。",
            ["amends 甲办法 长政发〔2012〕3号 第六条第一款"],
        ),
        ("决定对《甲办法》（长政发〔2012〕3号）作如下修改：", ["amends 甲办法 长政发〔2012〕3号"]),
        ("现对《甲办法》进行修订。", ["amends 甲办法"]),
        ("区政府决定修改《甲办法》。", ["amends 甲办法"]),
        ("将《甲办法》中的“甲局”改为“乙局”。", ["amends 甲办法"]),
        ("删去《甲办法》第九条。", ["amends 甲办法 第九条"]),
        ("《甲办法》第九条删去。", ["amends 甲办法 第九条"]),
        ("在《甲办法》第四条后增加一条。", ["amends 甲办法 第四条"]),
        ("《甲办法》、《乙规定》作部分修改。", ["amends 甲办法", "amends 乙规定"]),
        ("自2024年1月1日起，对《甲办法》作出修改。", ["amends 甲办法 2024-01-01"]),
        ("去年对《甲办法》进行了修改。", []),
        ("拟对《甲办法》作如下修改：", []),
        ("及时修订《甲办法》。", []),
        ("关于修改《甲办法》的决定", []),
        ("《关于修改甲办法的决定》已经通过。", []),
    ],
)
def test_amendment(sentence: str, stated: list[str]) -> None:
    assert relations(sentence) == stated


def test_amendment_gathers_the_provisions_that_its_items_name() -> None:
    text = (
        "决定对《甲办法》作如下修改：\n一、第三条修改为：“甲。\n第四条 乙。”\n二、删去第九条。\n"
        "三、将第五条第二款中的“区建设局”改为“区住建局”。\n四、第七条增加一款，作为第二款：“丙。”\n"
        "此外，《乙规定》第八条修改为：“丁。”"
    )
    assert relations(text) == ["amends 甲办法 第三条、第九条、第五条第二款、第七条", "amends 乙规定 第八条"]


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("《甲办法》有效期延长至2027年12月31日。", ["extends 甲办法 until 2027-12-31"]),
        ("《甲办法》（长政发〔2012〕3号）有效期延长2年。", ["extends 甲办法 长政发〔2012〕3号 for 24"]),
        ("《甲办法》的有效期限延长三年，至2027年12月31日。", ["extends 甲办法 until 2027-12-31 for 36"]),
        ("将《甲办法》有效期延至2027年底。", ["extends 甲办法 until 2027-12-31"]),
        ("《甲办法》延期至2027年6月30日。", ["extends 甲办法 until 2027-06-30"]),
        ("《甲办法》有效期届满后继续执行至二〇二七年六月三十日。", ["extends 甲办法 until 2027-06-30"]),
        ("《甲办法》继续有效。", ["extends 甲办法"]),
        (
            "《甲办法》、《乙规定》继续有效，有效期至2027年6月30日。",
            ["extends 甲办法 until 2027-06-30", "extends 乙规定 until 2027-06-30"],
        ),
        ("决定延长《甲办法》有效期2年。", ["extends 甲办法 for 24"]),
        ("决定延长《甲办法》的有效期至2027年6月30日。", ["extends 甲办法 until 2027-06-30"]),
        ("关于延长《甲办法》有效期的通知", []),
        ("建议将《甲办法》有效期延长2年。", []),
        ("《甲办法》有效期已延长至2022年12月31日。", []),
    ],
)
def test_extension(sentence: str, stated: list[str]) -> None:
    assert relations(sentence) == stated


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("根据《甲条例》（国务院令第711号）等规定，结合我区实际，制定本办法。", ["is_based_on 甲条例 国务院令第711号"]),
        (
            "根据《甲条例》、《乙办法》和《丙规定》，制定本办法。",
            ["is_based_on 甲条例", "is_based_on 乙办法", "is_based_on 丙规定"],
        ),
        ("依据国家《甲条例》，参照《乙办法》，制定本细则。", ["is_based_on 甲条例", "is_based_on 乙办法"]),
        ("按照《甲通知》要求，现将有关事项公告如下：", ["is_based_on 甲通知"]),
        (
            "为贯彻落实《甲意见》（国办发〔2019〕54号），现就有关事项通知如下：",
            ["implements 甲意见 国办发〔2019〕54号"],
        ),
        ("为认真贯彻《甲意见》精神，根据《乙法》，制定本方案。", ["implements 甲意见", "is_based_on 乙法"]),
        ("为全面落实好《甲意见》和《乙通知》文件要求。", ["implements 甲意见", "implements 乙通知"]),
        ("深入落实《甲条例》、《乙通知》精神，为推进公开，特制定本要点。", ["implements 甲条例", "implements 乙通知"]),
        ("依照《甲法》的规定予以处罚。", []),
        ("各单位要认真贯彻落实《甲意见》。", []),
        ("作为落实《甲意见》的举措，各单位开展检查。", []),
        ("现就《甲办法》解读如下：", ["interprets 甲办法"]),
        ("现将《甲办法》有关问题说明如下：", ["interprets 甲办法"]),
    ],
)
def test_ground(sentence: str, stated: list[str]) -> None:
    assert relations(sentence) == stated


def test_document_is_not_its_own_ground() -> None:
    assert relations("根据《甲办法》，制定本办法。", title="关于印发《甲办法》的通知") == []
