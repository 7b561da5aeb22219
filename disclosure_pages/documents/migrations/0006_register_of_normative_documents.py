import disclosure_pages.documents.numbers.registration_number
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_documents", "0005_normative_documents_are_interpreted"),
        ("gongkai_tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="historicallegalrecord",
            name="registration_number",
            field=models.CharField(blank=True, default="", max_length=60, verbose_name="registration number"),
        ),
        migrations.AddField(
            model_name="legalrecord",
            name="registration_number",
            field=models.CharField(blank=True, default="", max_length=60, verbose_name="registration number"),
        ),
        migrations.CreateModel(
            name="RegistrationScheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pattern",
                    models.CharField(
                        help_text="{year} and {serial} stand for the year and the serial number: 芙登〔{year}〕{serial}号.",
                        max_length=40,
                        validators=[disclosure_pages.documents.numbers.registration_number.validate_pattern],
                        verbose_name="pattern",
                    ),
                ),
                (
                    "digits",
                    models.PositiveSmallIntegerField(
                        default=4,
                        help_text="Shorter serial numbers get zeros in front.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(8),
                        ],
                        verbose_name="digits of the serial number",
                    ),
                ),
                (
                    "district",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="registration_scheme",
                        to="gongkai_tenancy.district",
                        verbose_name="district",
                    ),
                ),
            ],
            options={
                "verbose_name": "registration number",
                "verbose_name_plural": "registration numbers",
            },
        ),
        migrations.CreateModel(
            name="Registration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=60, verbose_name="registration number")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("serial", models.PositiveIntegerField(blank=True, null=True, verbose_name="serial number")),
                ("edition", models.PositiveSmallIntegerField(default=1, verbose_name="edition")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="document number")),
                ("issuer", models.CharField(max_length=120, verbose_name="issuer")),
                ("digest", models.CharField(max_length=64, verbose_name="digest of the content")),
                ("opinion", models.TextField(verbose_name="legality opinion")),
                ("judged_at", models.DateTimeField(verbose_name="legality review on")),
                (
                    "registered_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="registered on"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="published on")),
                ("voided_at", models.DateTimeField(blank=True, null=True, verbose_name="void since")),
                ("void_reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                (
                    "district",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gongkai_tenancy.district",
                        verbose_name="district",
                    ),
                ),
                (
                    "judged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="legality review by",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="registrations",
                        to="gongkai_documents.policydocument",
                        verbose_name="document",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registered by",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gongkai_tenancy.unit",
                        verbose_name="unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "registration",
                "verbose_name_plural": "registrations",
                "ordering": ["-registered_at", "-pk"],
                "indexes": [models.Index(fields=["district", "-registered_at", "-id"], name="gongkai_register")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("district", "text", "edition"), name="gongkai_registration_edition_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("edition", 1)),
                        fields=("district", "year", "serial"),
                        name="gongkai_registration_serial_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("voided_at", None)),
                        fields=("page", "digest"),
                        name="gongkai_content_registered_once",
                    ),
                ],
            },
        ),
    ]
