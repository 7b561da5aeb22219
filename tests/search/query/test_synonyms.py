import pytest

from search.query.synonyms import BadSynonyms, SynonymGroup, Synonyms, parse_group, starter_groups


def test_two_way_and_one_way():
    synonyms = Synonyms([SynonymGroup(("上学", "读书"), ("入学",)), SynonymGroup(("读书", "阅读"))])

    assert {word: synonyms.of(word) for word in ("上学", "读书", "入学", "阅读", "别的")} == {
        "上学": ("读书", "入学"),
        "读书": ("上学", "入学", "阅读"),
        "入学": (),
        "阅读": ("读书",),
        "别的": (),
    }


def test_spelling_makes_no_difference():
    assert Synonyms([SynonymGroup(("ＷｉＦｉ", "無線網"))]).of("无线网") == ("ＷｉＦｉ",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("低保 = 最低生活保障", SynonymGroup(("低保", "最低生活保障"))),
        ("上学 > 入学，就读", SynonymGroup(("上学",), ("入学", "就读"))),
        ("二胎=二孩>三孩", SynonymGroup(("二胎", "二孩"), ("三孩",))),
    ],
)
def test_group_is_read(line, expected):
    assert parse_group(line) == expected


@pytest.mark.parametrize("line", ["低保", "低保 =", "= 低保", "低保 >", "低保 > ，", "。= 低保", ""])
def test_line_that_is_no_group(line):
    with pytest.raises(BadSynonyms, match="word"):
        parse_group(line)


def test_starter_list_has_each_word_once():
    words = [word for group in starter_groups() for word in group.words]

    assert len(starter_groups()) >= 80
    assert sorted(word for word in set(words) if words.count(word) > 1) == []
