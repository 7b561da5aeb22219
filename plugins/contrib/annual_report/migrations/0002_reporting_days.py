"""The days of Art. 49 (unconfirmed), from which an office departs by rows of its own."""

from typing import Any

from django.db import migrations

BASIS = "《中华人民共和国政府信息公开条例》第四十九条（待核对）"
DAYS = (("unit", 1, 31), ("district", 3, 31), ("city", 3, 31))


def add_days(apps: Any, schema_editor: Any) -> None:
    days = apps.get_model("gongkai_annual", "ReportingDay")
    for step, month, day in DAYS:
        days.objects.get_or_create(step=step, year=None, defaults={"month": month, "day": day, "basis": BASIS})


class Migration(migrations.Migration):
    dependencies = [("gongkai_annual", "0001_reports")]

    operations = [migrations.RunPython(add_days, migrations.RunPython.noop)]
