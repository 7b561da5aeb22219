"""What the lists and the numbers look like when their history begins, so that the first change has something before it."""

from django.db import migrations
from django.utils import timezone


def begin(apps, schema_editor):
    for name in ("DocumentKind", "Topic", "RegistrationScheme"):
        model = apps.get_model("gongkai_documents", name)
        history = apps.get_model("gongkai_documents", f"Historical{name}")
        fields = [field.attname for field in model._meta.concrete_fields]
        history.objects.bulk_create(
            history(history_date=timezone.now(), history_type="+", **{field: getattr(row, field) for field in fields})
            for row in model.objects.order_by("pk")
        )


class Migration(migrations.Migration):
    dependencies = [("gongkai_documents", "0007_history_of_lists_and_numbers")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop, elidable=False)]
