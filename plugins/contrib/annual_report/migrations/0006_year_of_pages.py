import django.core.validators
import plugins.contrib.annual_report.models.report_page
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_annual", "0005_explanation_and_who_submitted"),
    ]

    operations = [
        migrations.AlterField(
            model_name="annualreportpage",
            name="year",
            field=models.PositiveSmallIntegerField(
                default=plugins.contrib.annual_report.models.report_page.year_that_ended,
                validators=[
                    django.core.validators.MinValueValidator(2008),
                    django.core.validators.MaxValueValidator(2100),
                ],
                verbose_name="year",
            ),
        ),
    ]
