import pytest

from disclosure_pages.documents.numbers.numerals import read_numeral, write_small


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[
            ("054", 54),
            ("〇", 0),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("五十四", 54),
            ("一百零三", 103),
            ("一百二十八", 128),
        ],
        *[
            ("一二八", 128),
            ("二〇一九", 2019),
            ("二零一九", 2019),
            ("二O一九", 2019),
            ("两百", 200),
            ("三千零五", 3005),
        ],
        *[
            ("壹佰贰拾", 120),
            ("九千九百九十九", 9999),
            ("", None),
            ("五四十", None),
            ("十百", None),
            ("一年", None),
            ("-1", None),
        ],
    ],
)
def test_value_of_a_numeral(text, value):
    assert read_numeral(text) == value


def test_small_numbers_are_read_as_written():
    assert [read_numeral(write_small(value)) for value in range(1, 100)] == list(range(1, 100))
