"""From when and until when a document says that it is in force."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure_pages.documents.proposals.calendar_days import last_day_of_term
from disclosure_pages.documents.proposals.proposal import Term
from tests.disclosure_pages.documents.proposals.stated import days

PUBLISHED, FORMED = dt.date(2020, 6, 1), dt.date(2020, 5, 28)
JULY = "effective 2020-07-01"
FIVE_YEARS = [JULY, "term 60", "expiry 2025-06-30"]


@pytest.mark.parametrize(
    "sentence",
    [
        "本办法自2020年7月1日起施行。",
        "本通知自2020年7月1日起正式实施。",
        "本规定自２０２０年 ７ 月 １ 日 起执行。",
        "本办法自二〇二〇年七月一日起施行。",
        "本办法自二○二○年七月一日起施行。",
        "本办法自2020-07-01起施行。",
        "本办法从2020年7月1日起生效。",
        "本办法于2020年7月1日起施行。",
        "本实施细则自2020年7月1\n日起施行。",
        "第二十条 本办法自2020年7月1日起施行。",
        "第二十条　自2020年7月1日起施行。",
        "《甲办法》已经区政府常务会议通过，现予公布，自2020年7月1日起施行。",
        "现予公布并自2020年7月1日起施行。",
        "本办法自2020年7月1日起施行，《乙办法》同时废止。",
        "本办法（试行）自2020年7月1日起施行。",
    ],
)
def test_day_that_is_named(sentence: str) -> None:
    assert days(sentence) == [JULY]


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("本办法自发布之日起施行。", "effective 2020-06-01 from_publication"),
        ("本办法自公布之日起施行。", "effective 2020-06-01 from_publication"),
        ("自本办法发布之日起施行。", "effective 2020-06-01 from_publication"),
        ("本办法自印发之日起执行。", "effective 2020-05-28 from_issue"),
        ("本通知自下发之日起实施。", "effective 2020-05-28 from_issue"),
        ("本办法自发布之日起30日后施行。", "effective 2020-07-01 from_publication +30"),
        ("本办法自公布之日起三十日后施行。", "effective 2020-07-01 from_publication +30"),
        ("本办法自公布之日起满30日施行。", "effective 2020-07-01 from_publication +30"),
        ("本办法自发布之日起一个月后施行。", "effective 2020-07-01 from_publication"),
    ],
)
def test_day_that_follows_from_an_act(sentence: str, stated: str) -> None:
    assert days(sentence, published_on=PUBLISHED, formed_on=FORMED) == [stated]


def test_rule_is_proposed_before_the_day_is_known() -> None:
    assert days("本办法自发布之日起30日后施行，有效期5年。") == ["effective from_publication +30", "term 60"]


@pytest.mark.parametrize(
    "sentence",
    [
        "本办法自2020年7月1日起施行，有效期5年。",
        "本办法自2020年7月1日起施行，有效期为五年。",
        "本办法自2020年7月1日起施行，有效期限5（五）年。",
        "本办法自2020年7月1日起施行。有效期５年。",
        "本办法自2020年7月1日起试行五年。",
        "本办法自2020年7月1日起施行，试行期五年。",
        "本办法有效期五年，自2020年7月1日起施行。",
        "本规定为暂行规定，自2020年7月1日起暂行五年。",
        "本办法自2020年7月1日起施行，有效期60个月。",
    ],
)
def test_term_gives_the_last_day_in_force(sentence: str) -> None:
    assert sorted(days(sentence)) == sorted(FIVE_YEARS)


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("有效期2年", 24),
        ("有效期为两年", 24),
        ("有效期二年", 24),
        ("有效期十年", 120),
        ("试行期为一年", 12),
        ("试行期限暂定一年", 12),
        ("有效期18个月", 18),
        ("有效期一年半", 18),
        ("试行半年", 6),
        ("有效期1年6个月", 18),
        ("执行期限为3年", 36),
        ("有效期自发布之日起5年", 60),
    ],
)
def test_term_in_every_spelling(words: str, months: int) -> None:
    assert days(f"本办法{words}。") == [f"term {months}"]


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("本办法有效期至2025年6月30日。", ["expiry 2025-06-30"]),
        ("本办法有效期截至2025年6月30日止。", ["expiry 2025-06-30"]),
        ("本办法自2020年7月1日起施行，有效期至2025年6月30日。", [JULY, "expiry 2025-06-30"]),
        ("本办法自2020年7月1日起施行，至2025年6月30日止。", [JULY, "expiry 2025-06-30"]),
        ("本办法自2020年7月1日起施行至2025年6月30日。", [JULY, "expiry 2025-06-30"]),
        ("本办法有效期自2020年7月1日起至2025年6月30日。", [JULY, "expiry 2025-06-30"]),
        ("本办法自2020年7月1日至2025年6月30日有效。", [JULY, "expiry 2025-06-30"]),
        ("本办法执行期限为2020年7月1日至2025年6月30日。", [JULY, "expiry 2025-06-30"]),
        ("本办法于2020年7月1日施行，有效期至2025年6月30日。", [JULY, "expiry 2025-06-30"]),
        ("本办法自2020年7月1日施行至2025年6月30日。", [JULY, "expiry 2025-06-30"]),
        ("本办法有效期自施行之日起至2025年6月30日。", ["expiry 2025-06-30"]),
        ("本办法有效期至2025年12月。", ["expiry 2025-12-31"]),
        ("本办法执行至2025年底。", ["expiry 2025-12-31"]),
        ("本办法自2025年7月1日起失效。", ["expiry 2025-06-30"]),
        ("本办法2025年6月30日自动失效。", ["expiry 2025-06-30"]),
        ("本办法自2020年7月1日起施行，有效期5年，至2025年6月30日止。", [JULY, "term 60", "expiry 2025-06-30"]),
    ],
)
def test_last_day_that_is_named(sentence: str, stated: list[str]) -> None:
    assert days(sentence) == stated


@pytest.mark.parametrize(
    "beginning",
    [
        "本办法自发布之日起30日后施行",
        "本办法自发布之日起满三十日施行",
        "本办法由区司法局负责解释，自发布之日起30日后施行",
        "现予公布，自发布之日起30日后施行",
    ],
)
@pytest.mark.parametrize("end", ["，有效期至2025年6月30日", "。有效期至2025年6月30日", "，至2025年6月30日止"])
def test_last_day_behind_a_day_that_is_counted(beginning: str, end: str) -> None:
    assert days(f"{beginning}{end}。") == ["effective from_publication +30", "expiry 2025-06-30"]


@pytest.mark.parametrize(
    "sentence",
    [
        "收费标准自发布之日起30日后执行，有效期至2025年6月30日。",
        "《乙条例》自发布之日起30日后施行，有效期至2025年6月30日。",
        "《乙条例》自2019年5月15日起施行。",
        "新修订的《乙条例》，自2019年5月15日起施行。",
        "收费标准自2020年7月1日起执行。",
        "本办法第五条自2021年1月1日起施行。",
        "本办法规定的补贴自2021年1月1日起执行。",
        "本办法自2020年13月1日起施行。",
        "本办法拟自2020年7月1日起施行。",
        "许可证有效期五年。",
        "许可证自颁发之日起生效，有效期五年。",
        "居住证有效期至2025年6月30日。",
        "第八条修改为：“本办法自2020年7月1日起施行，有效期5年。”",
        "《乙办法》有效期5年。",
        "请问本办法自2020年7月1日起施行吗？",
        "公司成立五年。",
        "试用期两年。",
        "有效期5年以上的证书。",
        "本办法由区司法局负责解释。",
    ],
)
def test_days_of_something_else_are_not_proposed(sentence: str) -> None:
    assert days(sentence, title="甲办法") == []


def test_document_is_known_by_its_own_title() -> None:
    assert days("《甲办法》自2020年7月1日起施行。", title="关于印发《甲办法》的通知") == [JULY]


def test_surest_statement_counts() -> None:
    text = "清理工作开始后，自2019年1月1日起实施。\n本办法自2020年7月1日起施行。"
    assert days(text) == [JULY]


@pytest.mark.parametrize(
    ("first", "term", "last"),
    [
        ((2020, 7, 1), Term(years=5), (2025, 6, 30)),
        ((2020, 1, 1), Term(years=5), (2024, 12, 31)),
        ((2020, 2, 29), Term(years=1), (2021, 2, 28)),
        ((2020, 2, 29), Term(years=4), (2024, 2, 28)),
        ((2021, 8, 31), Term(months=6), (2022, 2, 28)),
        ((2021, 3, 1), Term(years=3), (2024, 2, 29)),
        ((2020, 12, 15), Term(months=1), (2021, 1, 14)),
    ],
)
def test_term_ends_the_day_before_its_first_day_comes_again(first: tuple, term: Term, last: tuple) -> None:
    assert last_day_of_term(dt.date(*first), term) == dt.date(*last)


def test_term_beyond_the_calendar_has_no_last_day() -> None:
    assert last_day_of_term(dt.date(9990, 1, 1), Term(years=50)) is None
