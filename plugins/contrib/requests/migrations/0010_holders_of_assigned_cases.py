"""Who held cases that were assigned already: the unit that the assignment before it names, none before the first."""

from typing import Any

from django.db import migrations


def name_holders(apps: Any, schema_editor: Any) -> None:
    events, units = apps.get_model("gongkai_requests", "CaseEvent"), apps.get_model("gongkai_tenancy", "Unit")
    known = {(unit.district_id, unit.name): unit.pk for unit in units.objects.all()}
    held: dict[int, int | None] = {}
    for event in events.objects.filter(kind="assigned").select_related("case").order_by("pk"):
        district, told = event.case.district_id, event.data.get("before")
        before = known.get((district, told)) if told else held.get(event.case_id)
        if before is not None:
            events.objects.filter(pk=event.pk).update(unit_before=before)
        held[event.case_id] = known.get((district, event.data.get("unit")))


class Migration(migrations.Migration):
    dependencies = [("gongkai_requests", "0009_who_held_a_case")]

    operations = [migrations.RunPython(name_holders, migrations.RunPython.noop)]
