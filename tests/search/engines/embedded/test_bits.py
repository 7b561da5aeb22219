from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.embedded.bits import bits_of, rows_of


@settings(deadline=None)
@given(st.sets(st.integers(0, 5_000)))
def test_rows_there_and_back(rows):
    assert rows_of(bits_of(rows, size=5_001)) == sorted(rows)
    assert bits_of(rows, size=5_001).bit_count() == len(rows)
