import pytest

from search.documents import AttachmentText, Passage
from search.engines.contract import AnyOf, Field, Phrase, Question
from tests.factories.search import TODAY, make_phrase, make_request, make_search_document

from .asking import fill, find, find_set, keys


def test_every_part_of_a_title_is_found(engine):
    title = "芙蓉区行政规范性文件管理办法"
    fill(engine, make_search_document(title, key=1))
    parts = {title[start:end] for start in range(len(title)) for end in range(start + 1, len(title) + 1)}

    assert [part for part in sorted(parts) if find(engine, part) != [1]] == []


@pytest.mark.parametrize(
    ("field", "values"),
    [
        (Field.TITLE, {"title": "政务公开"}),
        (Field.NUMBER, {"number": "政务公开办〔2019〕1号"}),
        (Field.KEYWORDS, {"keywords": ("区政务公开办",)}),
        (Field.HEADINGS, {"passages": (Passage("正文", heading="政务公开"),)}),
        (Field.BODY, {"body": "推进政务公开。"}),
        (Field.ATTACHMENTS, {"attachment": "政务公开"}),
    ],
)
def test_word_is_found_in_the_fields_asked_for(engine, field, values):
    fill(engine, make_search_document(key=1, **values), make_search_document("别的", "政务不公开", key=2))

    def ask(*fields):
        word = AnyOf((make_phrase("政务公开", fields=frozenset(fields)),))
        return keys(engine.search(make_request(question=Question((word,)))))

    assert (ask(field), ask(*(set(Field) - {field}))) == ([1], [])


def test_name_of_an_attachment_is_found(engine):
    fill(engine, make_search_document("通知", key=1, attachments=(AttachmentText("申请表.docx", "/d/1"),)))

    assert find(engine, "申请表") == [1]


def test_year_of_publication_is_found(engine):
    fill(engine, make_search_document("招生方案", key=1, published_on=TODAY.replace(year=2019)))

    assert (find(engine, "2019年"), find(engine, "2018年")) == ([1], [])


def test_index_number_and_normalised_number_are_found(engine):
    document = make_search_document(
        "a", key=1, number="样字（2019）第5号", number_key="样字〔2019〕5号", index_number="JYJ/2019-00012"
    )
    fill(engine, document)

    assert (find(engine, "样字〔2019〕5号"), find(engine, "JYJ/2019-00012"), find(engine, "2019")) == ([1], [1], [1])


@pytest.mark.parametrize(("word", "field"), [("zheng wu", Field.PINYIN), ("z w g k", Field.INITIALS)])
def test_pinyin_of_the_title_is_found(engine, word, field):
    fill(engine, make_search_document("推进政务公开工作", key=1), make_search_document("别的", "政务公开", key=2))
    phrase = make_phrase(word, fields=frozenset({field}))

    assert keys(engine.search(make_request(question=Question((AnyOf((phrase,)),))))) == [1]


def test_all_words_have_to_stand_somewhere(engine):
    fill(
        engine,
        make_search_document("低保", "申请", key=1),
        make_search_document("低保", "别的", key=2),
        make_search_document("别的", "申请低保", key=3),
        make_search_document("申请", attachment="低保", key=4),
    )

    assert find_set(engine, "低保", "申请") == {1, 3, 4}


def test_one_alternative_is_enough(engine):
    fill(
        engine,
        make_search_document("低保", key=1),
        make_search_document("最低生活保障", key=2),
        make_search_document("别的", key=3),
    )

    assert find_set(engine, "低保|最低生活保障") == {1, 2}


def test_excluded_words_are_not_there(engine):
    fill(
        engine,
        make_search_document("预算公开", key=1),
        make_search_document("预算", "决算", key=2),
        make_search_document("别的", key=3),
    )

    assert find_set(engine, "预算", without=("决算",)) == {1}
    assert find_set(engine, without=("决算|公开",)) == {3}


@pytest.mark.parametrize(
    ("least", "expected"), [(None, {1}), (3, {1}), (2, {1, 2}), (1, {1, 2, 3}), (0, {1, 2, 3}), (4, set())]
)
def test_some_of_the_words(engine, least, expected):
    fill(
        engine,
        make_search_document("甲乙丙", key=1),
        make_search_document("甲", "丙", key=2),
        make_search_document("乙", key=3),
        make_search_document("丁", key=4),
    )

    assert find_set(engine, "甲", "乙", "丙", least=least) == expected


def test_same_word_twice_counts_twice(engine):
    fill(engine, make_search_document("甲", key=1), make_search_document("乙", key=2))

    assert find_set(engine, "甲", "甲", "丙", least=2) == {1}


def test_question_without_words_finds_everything(engine):
    fill(engine, make_search_document("甲", key=1), make_search_document(key=2))

    assert find_set(engine) == {1, 2}


def test_phrases_stay_within_a_value(engine):
    passages = (Passage("推进政务", heading="一"), Passage("公开工作", heading="二"))
    attachments = (AttachmentText("政务", "/d/1", (Passage("公开"),)), AttachmentText("公报", "/d/2"))
    fill(
        engine,
        make_search_document("政务", key=1, passages=passages, attachments=attachments, keywords=("政务", "公开")),
    )

    assert (find(engine, "政务公开"), find(engine, "一二"), find(engine, "政务", "公开")) == ([], [], [1])


def test_preferred_phrases_add_no_hit(engine):
    fill(engine, make_search_document("政务公开", key=1), make_search_document("政务", key=2))

    assert find_set(engine, "公开", preferred=(make_phrase("政务"),)) == {1}


def test_words_without_tokens_find_nothing(engine):
    fill(engine, make_search_document("甲", key=1))
    nothing = AnyOf((Phrase(()),))

    assert keys(engine.search(make_request(question=Question((nothing,))))) == []
    assert keys(engine.search(make_request(question=Question((nothing, AnyOf(())))))) == []
    assert keys(engine.search(make_request(question=Question((), without=(nothing,))))) == [1]


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "'",
        '" OR 1',
        "a* NOT b",
        "{title}: x",
        "NEAR(a b, 2)",
        "^a",
        "(((",
        "col:val",
        "\\",
        "+甲 -乙",
        "甲~2",
        "甲^3",
        "/.*/",
        "*",
        "?",
        "a AND",
    ],
)
def test_signs_of_query_languages_are_no_syntax(engine, text):
    fill(engine, make_search_document(f"甲{text}乙", key=1), make_search_document("丙", key=2))

    assert find(engine, f"甲{text}乙") == [1]
