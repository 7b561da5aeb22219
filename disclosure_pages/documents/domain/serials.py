"""Serial numbers without gaps, whoever else is counting at the same moment."""

from __future__ import annotations

from django.db import connection, transaction

from disclosure_pages.documents.models import SerialCounter


def take_serial(*, scope: str, year: int) -> int:
    """The next serial number of ``scope`` in ``year``, from 1 on.

    It belongs to the caller's transaction: rolled back, the number was never taken. That is why there has to be one;
    until it ends, others who count in the same scope and year wait. Who takes several in one transaction takes them
    in the order of their scopes, or two of them may wait for each other.

    One statement that adds the row or counts on is needed: between reading and writing somebody else could count, and
    two could add the first row. Both engines lock the row until the transaction ends (SQLite the whole file, from
    BEGIN IMMEDIATE on).
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A serial number is taken inside the transaction that uses it.")
    with connection.cursor() as cursor:
        cursor.execute(_statement(), [scope, year])
        serial: int = cursor.fetchone()[0]
    return serial


def _statement() -> str:
    table = connection.ops.quote_name(SerialCounter._meta.db_table)
    return (
        f"INSERT INTO {table} (scope, year, last_serial) VALUES (%s, %s, 1) "  # noqa: S608  (a name of ours)
        f"ON CONFLICT (scope, year) DO UPDATE SET last_serial = {table}.last_serial + 1 RETURNING last_serial"
    )
