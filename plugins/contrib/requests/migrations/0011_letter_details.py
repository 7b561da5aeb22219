import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_requests", "0010_holders_of_assigned_cases"),
        ("gongkai_tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LetterDetails",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "district",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="gongkai_tenancy.district",
                        verbose_name="district",
                    ),
                ),
                (
                    "organ",
                    models.CharField(
                        blank=True,
                        help_text="Signs letters of cases that no unit handles; a unit signs with its own full name.",
                        max_length=200,
                        verbose_name="organ of the letters",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="An office or a person, for example the disclosure office.",
                        max_length=100,
                        verbose_name="whom to ask",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=60, verbose_name="telephone")),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="Where corrections and opinions are sent to or handed in.",
                        max_length=200,
                        verbose_name="postal address",
                    ),
                ),
                (
                    "reconsideration_organ",
                    models.CharField(
                        blank=True,
                        help_text="For decisions of units: the government of the district. For its own: the one above it.",
                        max_length=120,
                        verbose_name="organ of reconsideration",
                    ),
                ),
                (
                    "court",
                    models.CharField(
                        blank=True,
                        help_text="The people's court in which the organ is sued, with its full name.",
                        max_length=120,
                        verbose_name="court named in the remedies",
                    ),
                ),
            ],
            options={
                "verbose_name": "letter details",
                "verbose_name_plural": "letter details",
            },
        ),
    ]
