import random

from search.engines.embedded.newest import Newest


def test_newest_come_first_whenever_they_came():
    chance = random.Random(3)
    days: list[int] = []
    grown = Newest(days)
    for _ in range(20):
        days += [chance.randrange(10) for _ in range(chance.randrange(1, 8))]
        grown.of([0], 1)
    rows = chance.sample(range(len(days)), len(days) // 2)
    expected = sorted(rows, key=lambda row: (days[row], row), reverse=True)

    assert [newest.of(rows, 10) for newest in (grown, Newest(days))] == [expected[:10]] * 2
    assert (grown.of(rows, 1_000), grown.of(rows, 0), grown.of(rows, -1)) == (expected, [], [])
