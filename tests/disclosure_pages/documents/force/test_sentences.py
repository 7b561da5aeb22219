"""The reason in one sentence."""

import datetime as dt

import pytest
from django.utils.translation import override

from disclosure_pages.documents.force.computing import Cause, Period
from disclosure_pages.documents.force.enums import LegalForce, RelationKind
from disclosure_pages.documents.force.sentences import Act, reason

DAY, NUMBER = dt.date(2024, 3, 1), "长政发〔2024〕2号"


def _period(force, kind, day=DAY):
    return Period(force=force, starts_on=None, ends_on=None, cause=Cause(kind=kind, day=day))


@pytest.mark.parametrize(
    ("force", "kind", "sentence"),
    [
        ("in_force", "effective", "自2024年3月1日起施行"),
        ("not_yet", "effective", "尚未施行，自2024年3月1日起施行"),
        ("repealed", "annulment", "自2024年3月1日起被撤销"),
        ("expired", "expiry", "有效期至2024年3月1日，已失效"),
    ],
)
def test_reason_of_its_own_days(force, kind, sentence):
    assert reason(_period(force, kind)) == sentence


def test_reason_without_a_day():
    assert reason(_period("not_yet", "none", day=None)) == "尚未施行，施行日期未定"


@pytest.mark.parametrize(
    ("force", "kind", "with_source", "alone"),
    [
        ("repealed", "repeals", "自2024年3月1日起被长政发〔2024〕2号废止", "自2024年3月1日起废止"),
        (
            "repealed",
            "replaces",
            "自2024年3月1日起废止，由长政发〔2024〕2号替代",
            "自2024年3月1日起废止，由其他文件替代",
        ),
        ("expired", "declares_expired", "自2024年3月1日起被长政发〔2024〕2号宣布失效", "自2024年3月1日起宣布失效"),
        ("amended", "amends", "自2024年3月1日起被长政发〔2024〕2号修改", "自2024年3月1日起修改"),
        (
            "partially_repealed",
            "partially_repeals",
            "自2024年3月1日起部分失效，依据长政发〔2024〕2号",
            "自2024年3月1日起部分失效",
        ),
    ],
)
def test_reason_of_another_document(force, kind, with_source, alone):
    period = _period(force, "relation")

    assert reason(period, Act(kind=kind, source=NUMBER)) == with_source
    assert reason(period, Act(kind=kind)) == alone


@pytest.mark.parametrize(
    ("force", "kind", "source", "sentence"),
    [
        ("partially_repealed", "partially_repeals", "", "自2024年3月1日起部分失效（第三条、第五条）"),
        (
            "partially_repealed",
            "partially_repeals",
            NUMBER,
            "自2024年3月1日起部分失效（第三条、第五条），依据长政发〔2024〕2号",
        ),
        ("amended", "amends", NUMBER, "自2024年3月1日起被长政发〔2024〕2号修改（第三条、第五条）"),
        ("amended", "amends", "", "自2024年3月1日起修改（第三条、第五条）"),
    ],
)
def test_reason_names_provisions(force, kind, source, sentence):
    act = Act(kind=kind, source=source, provisions="第三条、第五条")

    assert reason(_period(force, "relation"), act) == sentence


@pytest.mark.parametrize(
    ("source", "new_expiry", "sentence"),
    [
        (NUMBER, dt.date(2029, 12, 31), "经长政发〔2024〕2号延长有效期至2029年12月31日"),
        (NUMBER, None, "经长政发〔2024〕2号决定继续有效，不再设有效期"),
        ("", dt.date(2029, 12, 31), "自2024年3月1日起延长有效期至2029年12月31日"),
        ("", None, "自2024年3月1日起继续有效，不再设有效期"),
    ],
)
def test_reason_of_an_extension(source, new_expiry, sentence):
    act = Act(kind="extends", source=source, new_expiry=new_expiry)

    assert reason(_period("in_force", "relation"), act) == sentence


@pytest.mark.parametrize(
    ("source", "today", "sentence"),
    [
        ("", dt.date(2024, 3, 2), "有效期至2024年3月1日，已失效"),
        ("", dt.date(2024, 3, 1), "有效期至2024年3月1日，期满失效"),
        (NUMBER, dt.date(2024, 3, 2), "经长政发〔2024〕2号延长有效期至2024年3月1日，已失效"),
        (NUMBER, dt.date(2024, 3, 1), "经长政发〔2024〕2号延长有效期至2024年3月1日，期满失效"),
    ],
)
def test_reason_of_a_term_that_ends(source, today, sentence):
    act = Act(kind="extends", source=source) if source else None

    assert reason(_period("expired", "expiry"), act, today=today) == sentence


def test_reason_without_knowledge_of_the_act():
    assert reason(_period("repealed", "relation")) == "自2024年3月1日起废止"


def test_reason_in_english():
    with override("en"):
        sentence = reason(_period("repealed", "relation"), Act(kind="repeals", source=NUMBER))

    assert sentence == "Repealed from March 1, 2024 by 长政发〔2024〕2号"


def test_labels_are_those_of_the_trade():
    assert [str(label) for label in LegalForce.labels] == ["尚未施行", "现行有效", "已修改", "部分失效", "失效", "废止"]
    assert [str(label) for label in RelationKind.labels] == [
        "废止", "替代", "部分废止", "修改", "延长有效期", "宣布失效", "贯彻落实", "依据", "解读",
    ]  # fmt: skip
