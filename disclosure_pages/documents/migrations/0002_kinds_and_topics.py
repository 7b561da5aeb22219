"""The kinds of document and topics that an installation starts with."""

from django.db import migrations


def add(apps, schema_editor):
    from disclosure_pages.documents.domain.seeding import seed

    seed(apps.get_model("gongkai_documents", "DocumentKind"), "kinds.csv")
    seed(apps.get_model("gongkai_documents", "Topic"), "topics.csv")


class Migration(migrations.Migration):
    dependencies = [("gongkai_documents", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=False)]
