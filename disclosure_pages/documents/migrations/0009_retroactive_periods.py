from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_documents", "0008_history_begins"),
        ("gongkai_tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="forceperiod",
            index=models.Index(
                condition=models.Q(
                    ("is_in_force", True), ("is_public", True), ("starts_on__lt", models.F("issued_on"))
                ),
                fields=["-issued_on"],
                name="gongkai_force_retroactive",
            ),
        ),
    ]
