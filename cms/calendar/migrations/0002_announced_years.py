"""The years whose holidays have been announced."""

from django.db import migrations


def add(apps, schema_editor):
    from cms.calendar.domain.seeding import seed_years

    seed_years(apps.get_model("gongkai_calendar", "CalendarDay"), 2025, 2026, 2027)


class Migration(migrations.Migration):
    dependencies = [("gongkai_calendar", "0001_calendar_days")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=False)]
