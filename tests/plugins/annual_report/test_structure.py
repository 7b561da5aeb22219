"""The forms of the report: what they hold, what adds up, and what is said when it does not."""

from decimal import Decimal

import pytest
from django.utils import translation

from plugins.contrib.annual_report.comparison import means_the_same
from plugins.contrib.annual_report.structure import (
    NOT_APPLICABLE,
    CellRefused,
    Kind,
    blanks,
    checks,
    form_of,
    form_of_year,
    format_cell,
    from_json,
    read_cell,
    summed,
    to_json,
)
from plugins.contrib.annual_report.structure.sums import rolled_up

FORM = form_of("2021")
KINDS = ("natural", "company", "research", "welfare", "legal_service", "other")


def _requests(**rows):
    """Figures of rows of part three, in the order of the applicants."""
    numbers = ((row, kind, figures[place]) for row, figures in rows.items() for place, kind in enumerate(KINDS))
    return {("requests", row, kind): Decimal(figure) for row, kind, figure in numbers}


def _whole():
    """A report in which all adds up."""
    values = dict.fromkeys(FORM.cells(), Decimal(0))
    values |= _requests(new=(7, 2, 0, 0, 1, 0), carried_in=(1, 0, 0, 0, 0, 0), granted=(5, 1, 0, 0, 0, 0))
    return summed(FORM, values | _requests(partly=(2, 0, 0, 0, 1, 0), carried_out=(1, 1, 0, 0, 0, 0)))


def _sentences(values, previous=None):
    with translation.override("en"):
        return [failure.sentence for failure in checks(FORM, values, previous)]


@pytest.mark.parametrize(
    ("code", "tables"),
    [
        ("2021", {"regulations": 6, "permits": 1, "penalties": 2, "fees": 1, "requests": 175, "remedies": 15}),
        (
            "2019",
            {"regulations": 6, "permits": 6, "penalties": 6, "fees": 2, "procurement": 2, "requests": 161}
            | {"remedies": 15},
        ),
    ],
)
def test_cells_of_a_form(code, tables):
    form = form_of(code)
    assert {table.code: len(list(table.cells())) for table in form.tables} == tables
    assert [part.numbering for part in form.parts] == ["一、", "二、", "三、", "四、", "五、", "六、"]


@pytest.mark.parametrize(("year", "code"), [(2026, "2021"), (2021, "2021"), (2020, "2019"), (2012, "2019")])
def test_form_of_a_year(year, code):
    assert form_of_year(year).code == code


@pytest.mark.parametrize("code", ["2020", "", "../data/2021"])
def test_form_that_is_not_there(code):
    with pytest.raises(KeyError):
        form_of(code)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("", Kind.COUNT, None),
        (" 　", Kind.COUNT, None),
        ("/", Kind.COUNT, NOT_APPLICABLE),
        ("／", Kind.AMOUNT, NOT_APPLICABLE),
        ("0", Kind.COUNT, Decimal(0)),
        ("１２", Kind.COUNT, Decimal(12)),
        ("1,234", Kind.COUNT, Decimal(1234)),
        ("１，２３４，５６７", Kind.COUNT, Decimal(1234567)),
        ("12 件", Kind.COUNT, Decimal(12)),
        ("3.0", Kind.COUNT, Decimal(3)),
        ("1234.56万元", Kind.AMOUNT, Decimal("1234.56")),
        ("-3", Kind.CHANGE, Decimal(-3)),
        ("+3", Kind.CHANGE, Decimal(3)),
        ("−3", Kind.CHANGE, Decimal(-3)),
    ],
)
def test_cell_that_is_read(text, kind, expected):
    assert read_cell(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("—", Kind.COUNT, "dash"),
        ("无", Kind.COUNT, "no-number"),
        ("1,23", Kind.COUNT, "no-number"),
        ("1e5", Kind.AMOUNT, "no-number"),
        ("NaN", Kind.AMOUNT, "no-number"),
        ("②", Kind.COUNT, None),
        ("1.5", Kind.COUNT, "not-whole"),
        ("-1", Kind.COUNT, "negative"),
        ("-1", Kind.AMOUNT, "negative"),
        ("1234567890123", Kind.COUNT, "too-long"),
        ("0.1234567", Kind.AMOUNT, "too-long"),
    ],
)
def test_cell_that_is_refused(text, kind, code):
    if code is None:
        assert read_cell(text, kind) == Decimal(2)
        return
    with pytest.raises(CellRefused) as refused:
        read_cell(text, kind)
    assert (refused.value.code, bool(refused.value.remedy)) == (code, True)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (NOT_APPLICABLE, "/"), (Decimal(0), "0"), (Decimal("1E+3"), "1000"), (Decimal("1.500000"), "1.5")],
)
def test_cell_that_is_printed(value, text):
    assert format_cell(value) == text


def test_values_come_back_from_json():
    values = _whole() | {("fees", "fees", "amount"): NOT_APPLICABLE, ("permits", "permits", "decisions"): None}
    assert from_json(FORM, to_json(values)) == values


def test_whole_report_has_no_failure():
    previous = summed(FORM, _requests(carried_out=(1, 0, 0, 0, 0, 0)))
    assert (checks(FORM, _whole(), previous), blanks(FORM, _whole())) == ([], [])


def test_sums_of_blank_and_inapplicable_cells():
    none = summed(FORM, {})
    assert {value for value in none.values() if value is not None} == set()
    all_out = summed(FORM, dict.fromkeys(FORM.cells(), NOT_APPLICABLE))
    assert set(all_out.values()) == {NOT_APPLICABLE}
    some = summed(FORM, {("requests", "new", "natural"): Decimal(3), ("requests", "new", "other"): NOT_APPLICABLE})
    assert some["requests", "new", "total"] == Decimal(3)


@pytest.mark.parametrize("found", [None, NOT_APPLICABLE, Decimal(9)])
def test_wrong_total_of_a_row(found):
    failures = checks(FORM, _whole() | {("remedies", "litigation_after", "total"): found})
    assert [(one.code, one.cell, one.expected, one.found) for one in failures] == [
        ("row-sum", ("remedies", "litigation_after", "total"), Decimal(0), found)
    ]


def test_wrong_total_of_a_row_names_its_cells():
    values = _whole() | {("remedies", "litigation_direct", "total"): Decimal(4)}
    expected = (
        "四、政府信息公开行政复议、行政诉讼情况, row “行政诉讼 / 未经复议直接起诉”, column “总计” says 4, "
        "but the columns 结果维持、结果纠正、其他结果、尚未审结 of this row make 0."
    )
    assert _sentences(values) == [expected]


def test_wrong_total_of_outcomes_and_balance():
    values = _whole() | {("requests", "total", "natural"): Decimal(6), ("requests", "total", "total"): Decimal(8)}
    codes = [(one.code, one.cell[1:], one.expected, one.found) for one in checks(FORM, values)]
    assert codes == [
        ("column-sum", ("total", "natural"), Decimal(7), Decimal(6)),
        ("column-sum", ("total", "total"), Decimal(9), Decimal(8)),
        ("balance", ("carried_out", "natural"), Decimal(8), Decimal(7)),
        ("balance", ("carried_out", "total"), Decimal(11), Decimal(10)),
    ]
    assert _sentences(values)[2] == (
        "三、收到和处理政府信息公开申请情况, column “自然人”: “一、本年新收政府信息公开申请数量” + "
        "“二、上年结转政府信息公开申请数量” make 8, but “（七）总计” + “四、结转下年度继续办理” make 7."
    )


def test_carry_over_that_differs_from_last_year():
    previous = summed(FORM, _requests(carried_out=(3, 0, 0, 0, 0, 0)))
    failures = checks(FORM, _whole(), previous)
    assert [(one.code, one.cell, one.others, one.expected, one.found) for one in failures] == [
        ("carried", ("requests", "carried_in", kind), (("requests", "carried_out", kind),), Decimal(3), Decimal(1))
        for kind in ("natural", "total")
    ]
    assert _sentences(_whole(), previous)[0].endswith(
        "says 1, but last year's report says 3 in row “四、结转下年度继续办理”, column “自然人”."
    )


def test_carry_over_of_what_did_not_apply():
    previous = dict.fromkeys(FORM.cells(), NOT_APPLICABLE)
    codes = [one.cell[2] for one in checks(FORM, _whole(), previous)]
    assert codes == ["natural", "total"]


def test_carry_over_from_the_older_form():
    old = form_of("2019")
    previous = summed(old, _requests(carried_out=(1, 0, 0, 0, 0, 0)))
    assert checks(FORM, _whole(), previous) == []


def test_blank_cells_are_those_that_are_typed():
    values = _whole() | {("permits", "permits", "decisions"): None, ("requests", "total", "total"): None}
    assert blanks(FORM, values) == [("permits", "permits", "decisions")]


def test_report_is_the_sum_of_others():
    together = rolled_up(FORM, [_whole(), _whole(), dict.fromkeys(FORM.cells(), NOT_APPLICABLE)])
    assert (together["requests", "new", "total"], checks(FORM, together)) == (Decimal(20), [])


def test_columns_that_are_headed_otherwise_are_not_the_same():
    now, before = form_of("2021"), form_of("2019")
    cells = [("regulations", "documents", "in_force"), ("regulations", "documents", "made")]
    alike = [("permits", "permits", "decisions"), ("requests", "new", "natural")]
    assert [means_the_same(now, before, key) for key in (*cells, *alike)] == [False, False, True, True]
