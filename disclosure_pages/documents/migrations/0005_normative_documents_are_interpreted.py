"""Normative documents need an interpretation from the start; administrators mark other kinds."""

from django.db import migrations


def mark(apps, schema_editor):
    kinds = apps.get_model("gongkai_documents", "DocumentKind").objects
    kinds.filter(legal_class="normative").update(needs_interpretation=True)


class Migration(migrations.Migration):
    dependencies = [("gongkai_documents", "0004_kinds_that_need_an_interpretation")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop, elidable=False)]
