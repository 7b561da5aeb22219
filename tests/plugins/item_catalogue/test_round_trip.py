"""What was read, written in the same shape and read again is the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.contrib.item_catalogue.enums import CHOICES, Column
from plugins.contrib.item_catalogue.reading import parse_catalogues
from plugins.contrib.item_catalogue.structure import Choice, Entry, Sheet, standard_shape
from plugins.contrib.item_catalogue.wording import one_line, tidy
from plugins.contrib.item_catalogue.writing import WRITERS
from tests.plugins.item_catalogue.catalogues import merged_workbook, paged_document, plain_workbook, split_document

FILES = [merged_workbook, plain_workbook, paged_document, split_document]
FORMATS = sorted(WRITERS)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
def test_catalogue_is_the_same(make, format_):
    sheets = parse_catalogues(make()).sheets

    assert [parse_catalogues(WRITERS[format_](sheet)).sheets for sheet in sheets] == [(sheet,) for sheet in sheets]


LETTERS = "样例公开要素事项甲乙丙ab12，、；。()（）《》〔〕=+-@ \n"
words = st.text(alphabet=LETTERS, max_size=12).map(tidy)
names = st.text(alphabet="样例事项甲乙丙ab12（）", min_size=1, max_size=8).map(lambda text: one_line(f"样{text}"))
notes = st.text(alphabet="甲乙丙ab", max_size=5)


@st.composite
def entries(draw, first):
    shape = standard_shape()
    options = [(heading.column, heading.option) for heading in shape.headings if heading.is_option]
    listed = draw(st.lists(st.sampled_from(["政府网站", "政府公报", "其他", "样例栏（电子屏）"]), unique=True))
    choices = [*((Column.CHANNEL, label) for label in listed), *options]
    return Entry(
        number=draw(st.sampled_from(["1", "2", "（一）", ""])),
        first=first,
        second=draw(st.one_of(names, st.just("样例事项"))),
        content=draw(words),
        basis=draw(words),
        limit=draw(words),
        body=draw(words),
        choices=tuple(Choice(kind, label, draw(st.booleans()), draw(notes)) for kind, label in choices),
    )


@st.composite
def sheets(draw):
    firsts = draw(st.lists(names, min_size=1, max_size=3))
    rows = [row for first in firsts for row in draw(st.lists(entries(first), min_size=1, max_size=3))]
    return Sheet(standard_shape(), tuple(rows))


@pytest.mark.parametrize("format_", FORMATS)
@given(sheet=sheets())
@settings(max_examples=30, deadline=None)
def test_any_standard_catalogue_is_the_same(format_, sheet):
    (parsed,) = parse_catalogues(WRITERS[format_](sheet)).sheets

    assert parsed.shape == sheet.shape
    assert parsed.entries == sheet.entries


@pytest.mark.parametrize("format_", FORMATS)
def test_first_level_without_second_is_not_lost_below_a_merged_one(format_):
    rows = [("甲", "乙"), ("甲", "丙"), ("甲", ""), ("甲", ""), ("丁", "")]
    offered = tuple(
        Choice(heading.column, heading.option, False) for heading in standard_shape().headings if heading.is_option
    )
    sheet = Sheet(
        standard_shape(),
        tuple(
            Entry(number=str(place), first=first, second=second, content="要素", choices=offered)
            for place, (first, second) in enumerate(rows)
        ),
    )

    assert parse_catalogues(WRITERS[format_](sheet)).sheets == (sheet,)


def test_standard_shape_has_every_column_once():
    columns = [heading.column for heading in standard_shape().headings if not heading.is_option]

    assert sorted({*columns, *CHOICES}) == sorted(set(Column) - {Column.EXTRA})
    assert len(columns) == len(set(columns))
