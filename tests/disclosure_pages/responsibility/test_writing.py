"""A table that is written again is the table that was read."""

from dataclasses import replace

from disclosure_pages.responsibility.domain.samples import sample_table
from disclosure_pages.responsibility.parsing import parse_table
from disclosure_pages.responsibility.writing import write_table


def without_rows(table):
    return [replace(column, row=column.row and 1) for column in table.columns]


def test_shipped_table_goes_there_and_back(register):
    table = parse_table(sample_table(), register)
    again = parse_table(write_table(table.columns, register), register)

    assert (without_rows(again), again.problems) == (without_rows(table), ())
