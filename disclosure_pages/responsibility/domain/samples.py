"""The sample district that ships with the project: 芙蓉区 of 长沙市, with the registers that its table needs.

The table and the names in it are those of the district's published table. Which units belong to a collective is in no
source, nor are the subdistrict offices and some units and aliases: they are marked ``is_sample`` in the files, and the
registers keep the mark where they have one, so that an administrator sees what to confirm.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources

from django.db import transaction

from cms.tenancy.models import CollectiveMember, District, Unit, UnitAlias, UnitCollective

SAMPLE_TABLE = "table.csv"
_FOLDER = resources.files("disclosure_pages.responsibility") / "data" / "furong"


def sample_table() -> bytes:
    """The shipped responsibility table, as the bytes of its CSV file."""
    return (_FOLDER / SAMPLE_TABLE).read_bytes()


@transaction.atomic
def load_sample_registers(*, district: District) -> None:
    """Give ``district`` the sample units, aliases and collectives. What is there already stays as it is."""
    for row in _rows("units.csv"):
        Unit.objects.get_or_create(
            district=district, code=row["code"], defaults={"name": row["name"], "kind": row["kind"]}
        )
    units = {unit.code: unit for unit in Unit.objects.of_district(district)}
    for row in _rows("aliases.csv"):
        UnitAlias.objects.get_or_create(
            unit=units[row["unit"]],
            name=row["alias"],
            defaults={"is_sample": _flag(row), "source": row["source"]},
        )
    for row in _rows("collectives.csv"):
        collective, _made = UnitCollective.objects.get_or_create(district=district, name=row["collective"])
        CollectiveMember.objects.get_or_create(
            collective=collective, unit=units[row["unit"]], defaults={"is_sample": _flag(row)}
        )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def _flag(row: dict[str, str]) -> bool:
    return row["is_sample"] == "1"
