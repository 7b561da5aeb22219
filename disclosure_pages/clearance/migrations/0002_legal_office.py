import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_clearance", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="LegalityReviewTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "legality review",
                "verbose_name_plural": "legality reviews",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="RegistrationTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "registration",
                "verbose_name_plural": "registrations",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.AddField(
            model_name="review",
            name="former_number",
            field=models.CharField(blank=True, max_length=60, verbose_name="registration number that it already has"),
        ),
        migrations.AddField(
            model_name="review",
            name="opinion",
            field=models.TextField(blank=True, verbose_name="legality opinion"),
        ),
        migrations.AddField(
            model_name="reviewdays",
            name="legality",
            field=models.PositiveSmallIntegerField(
                default=21, validators=[django.core.validators.MinValueValidator(1)], verbose_name="legality review"
            ),
        ),
        migrations.AddField(
            model_name="reviewdays",
            name="registration",
            field=models.PositiveSmallIntegerField(
                default=3, validators=[django.core.validators.MinValueValidator(1)], verbose_name="registration"
            ),
        ),
        migrations.AlterField(
            model_name="review",
            name="stage",
            field=models.CharField(
                choices=[
                    ("unit", "Unit review"),
                    ("legality", "Legality review"),
                    ("confidentiality", "Confidentiality review"),
                    ("office", "Disclosure office approval"),
                    ("registration", "Registration"),
                ],
                max_length=20,
                verbose_name="stage",
            ),
        ),
    ]
