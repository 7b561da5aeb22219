import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_annual", "0006_year_of_pages"),
    ]

    operations = [
        migrations.CreateModel(
            name="CityPublication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("organ", models.CharField(max_length=200, verbose_name="organ that reports")),
                ("texts", models.JSONField(default=dict, verbose_name="texts")),
                ("figures", models.TextField(verbose_name="figures")),
                ("earlier", models.TextField(blank=True, verbose_name="figures of the year before")),
                ("published_on", models.DateField(verbose_name="published on")),
                ("is_public", models.BooleanField(default=True, verbose_name="shown to readers")),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="city_publication",
                        to="gongkai_annual.report",
                        verbose_name="annual report",
                    ),
                ),
            ],
            options={
                "verbose_name": "published report of a city",
                "verbose_name_plural": "published reports of cities",
                "ordering": ["-report__year"],
            },
        ),
    ]
