import pytest

from search.engines.contract import PROSE, FacetName, Field
from search.query.parts import Role
from search.query.reading import read_query
from search.query.terms import word_term

NUMBER = frozenset({Field.NUMBER})


@pytest.fixture
def read(vocabulary):
    return lambda text: read_query(text, vocabulary)


def _required(query) -> list[str]:
    return [term.text for term in query.required]


def _optional(query) -> list[str]:
    return [term.text for term in query.terms if term.is_optional]


def _phrases(term, fields=PROSE) -> list[str]:
    return ["".join(phrase.tokens) for phrase in term.any_of.phrases if phrase.fields == fields]


@pytest.mark.parametrize(
    ("text", "required", "optional"),
    [
        ("低保怎么申请", ["低保"], ["怎么", "申请"]),
        ("如何办理居住证", ["居住证"], ["如何", "办理"]),
        ("什么是政务公开", ["政务公开"], ["什么", "是"]),
        ("依申请公开指南", ["依申请公开", "指南"], []),
        ("申请低保", ["申请", "低保"], []),
        ("公积金的提取", ["公积金", "提取"], ["的"]),
        ("怎么申请", ["怎么", "申请"], ["怎么", "申请"]),
        ("的", ["的"], ["的"]),
        ("政务公开考评办法", ["政务公开考评", "办法"], []),
        ("最低保障工资", ["最低", "保障", "工资"], []),
        ("学区，入学；招生", ["学区", "入学", "招生"], []),
        ("低保 低保", ["低保"], []),
        ("GB3838-2002标准", ["gb38382002", "标准"], []),
    ],
)
def test_words_of_a_query(read, text, required, optional):
    query = read(text)

    assert (_required(query), _optional(query)) == (required, optional)


def test_synonyms_are_alternatives_of_less_weight(read):
    (term,) = read("低保").terms

    assert _phrases(term) == ["低保", "最低生活保障", "低保金", "低保户"]
    assert [phrase.weight for phrase in term.any_of.phrases] == [1.0, 0.6, 0.6, 0.6]


def test_last_part_of_a_longer_word_stands_for_it(vocabulary):
    word, head = word_term(tuple("小低保"), vocabulary), word_term(tuple("低保"), vocabulary)

    assert _phrases(word) == ["小低保", *_phrases(head)]
    assert [phrase.weight for phrase in word.any_of.phrases] == [1.0, 0.4, 0.4, 0.4, 0.4]
    assert _phrases(word_term(tuple("低保小"), vocabulary)) == ["低保小"]


def test_traditional_characters_have_the_same_synonyms(read):
    assert read("醫保").terms == read("医保").terms


def test_names_of_a_unit_are_alternatives(read):
    (term,) = read("区教委").terms

    assert (term.role, _phrases(term)) == (Role.UNIT, ["区教委", "区教育局", "芙蓉区教育局"])


@pytest.mark.parametrize(
    "text",
    ["“公开 目录”", '"公开 目录"', "「公开 目录」", "『公开 目录』", "《公开 目录》", "”公开 目录“", "＂公开 目录＂"],
)
def test_quoted_phrase_is_one_term(read, text):
    (term,) = read(text).terms

    assert (term.role, term.text, _phrases(term)) == (Role.QUOTED, "公开 目录", ["公开目录"])


def test_quotation_mark_without_partner_is_none(read):
    assert _required(read("“低保 医保")) == ["低保", "医保"]


@pytest.mark.parametrize(
    "text", ["低保 -申请", "低保 －申请", "低保 不含申请", "低保 不含 申请", "低保 不包含：“申请”", "-申请 低保"]
)
def test_excluded_term(read, text):
    query = read(text)

    assert (_required(query), [term.text for term in query.without]) == (["低保"], ["申请"])


@pytest.mark.parametrize("text", ["2019-2020学年", "不含税价格", "小-初衔接"])
def test_nothing_is_excluded(read, text):
    assert read(text).without == ()


@pytest.mark.parametrize(
    "text",
    [
        "样政办发〔2019〕54号",
        "样政办发 2019 54",
        "样政办发【２０１９】第054号",
        "樣政办发(2019)54號".replace("樣", "样"),
        "样政办发〔二〇一九〕五十四号",
    ],
)
def test_document_number_in_any_spelling(read, text):
    query = read(text)
    (term,) = query.terms

    assert (term.role, query.number_key) == (Role.NUMBER, "样政办发〔2019〕54号")
    assert _phrases(term, NUMBER) == ["样政办发201954号", "样政办发2019年第54号"]
    assert _phrases(term) == ["样政办发201954号", "样政办发2019年第54号"]


@pytest.mark.parametrize("text", ["〔2019〕54号", "2019 54", "(2019)54", "2019年第54号"])
def test_part_of_a_document_number(read, text):
    (term,) = read(text).terms

    assert term.role is Role.NUMBER
    assert {"201954号", "2019年第54号"} <= set(_phrases(term, NUMBER))


def test_document_number_among_words(read):
    query = read("样政办发〔2019〕54号 解读")

    assert (_required(query), query.number_key) == (["样政办发〔2019〕54号", "解读"], "")
    assert _required(read("印发样政办发〔2019〕54号的通知")) == ["印发", "样政办发〔2019〕54号", "通知"]


def test_words_before_a_year_are_no_agency_unless_known(read):
    assert read("小学 2019 54").number_key == ""
    assert read("样政 2019 54").number_key == "样政〔2019〕54号"


def test_index_number(read):
    query = read("jyj／2019－00012")

    assert (query.terms[0].role, query.index_number) == (Role.INDEX_NUMBER, "jyj／2019－00012")
    assert _phrases(query.terms[0], NUMBER) == ["jyj201900012"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("标题:公积金", {Field.TITLE}),
        ("题名：公积金", {Field.TITLE}),
        ("正文:公积金", {Field.BODY, Field.HEADINGS}),
        ("附件：公积金", {Field.ATTACHMENTS}),
        ("主题词:公积金", {Field.KEYWORDS}),
        ("Title:公积金", {Field.TITLE}),
    ],
)
def test_word_for_one_field(read, text, fields):
    (term,) = read(text).terms

    assert _phrases(term, frozenset(fields)) == ["公积金", "住房公积金"]


def test_number_for_its_field(read):
    (term,) = read("文号:样政办发 2019 54").terms

    assert _phrases(term) == []
    assert _phrases(term, NUMBER) == ["样政办发201954号", "样政办发2019年第54号"]


def test_unit_and_year_for_their_fields_are_filters(read):
    query = read("单位:区市场监管局 年份:2019年 抽检")

    assert _required(query) == ["抽检"]
    assert query.filters == {
        FacetName.UNIT: frozenset({"furong/scj", "yuelu/scj"}),
        FacetName.YEAR: frozenset({"2019"}),
    }


def test_unknown_unit_is_looked_for_in_keywords(read):
    (term,) = read("单位:区气象局").terms[:1]

    assert {phrase.fields for phrase in term.any_of.phrases} == {frozenset({Field.KEYWORDS})}


def test_pinyin_and_initials(read):
    (term,) = read("zhengwugongkai").terms

    assert _phrases(term) == ["zhengwugongkai", "政务公开", "信息公开", "政府信息公开"]
    assert _phrases(term, frozenset({Field.PINYIN})) == ["zhengwugongkai", "zengwugongkai", "zhenwugongkai"]
    assert _phrases(read("ZWGK").terms[0], frozenset({Field.INITIALS})) == ["zwgk"]
    assert [term.text for term in read("zheng wu gong kai").terms] == ["zheng wu gong kai"]
    assert [term.text for term in read("wifi覆盖").terms] == ["wifi", "覆盖"]


def test_year_is_looked_for_in_numbers_too(read):
    assert _phrases(read("2019年").terms[0], NUMBER) == ["2019"]


def test_whole_query_is_preferred(read):
    preferred = ["".join(phrase.tokens) for phrase in read("低保怎么申请").preferred]

    assert preferred == ["低保怎么申请", "低保", "最低生活保障", "怎么", "申请"]


def _relaxations(query) -> list[tuple[list[str], int | None]]:
    asked = query.relaxations()
    return [(["".join(word.phrases[0].tokens) for word in one.words], one.least) for one in asked]


def test_relaxations_ask_for_less_and_less(read):
    words = ["教育", "交通", "城管", "卫生"]

    assert _relaxations(read("教育 交通 城管 卫生")) == [(words, 3), (words, 2), (words, 1)]
    assert _relaxations(read("教育")) == _relaxations(read("")) == []


def test_units_and_kinds_of_documents_are_given_up_first(read):
    assert _relaxations(read("区教委 安全 管理办法"))[0] == (["安全"], None)


def test_word_that_nothing_holds_is_taken_apart_at_last(read):
    assert _relaxations(read("老年卡"))[-1] == (["老年", "年卡"], 1)


def test_query_lifts_the_types_of_pages_that_it_is_after(read):
    for text, lifted in (("低保怎么申请", "guidepage"), ("低保管理办法", "policydocument")):
        lifts = read(text).lifted
        assert max(lifts, key=lifts.__getitem__) == lifted


def test_what_is_marked(read):
    assert ["".join(tokens) for tokens in read("医保怎么办理").marked] == [
        "医保",
        "医疗保险",
        "基本医疗保险",
        "医疗保障",
    ]
