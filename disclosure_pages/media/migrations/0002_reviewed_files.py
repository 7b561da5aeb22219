import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_media", "0001_initial"),
        ("gongkai_tree", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewedFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="showings",
                        to="gongkai_media.disclosuredocument",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="showings",
                        to="gongkai_media.disclosureimage",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviewed_files",
                        to="gongkai_tree.disclosurepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "reviewed file",
                "verbose_name_plural": "reviewed files",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("document__isnull", True), ("image__isnull", True), _connector="XOR"),
                        name="gongkai_reviewed_file_is_one",
                    ),
                    models.UniqueConstraint(fields=("page", "document"), name="gongkai_reviewed_document_once"),
                    models.UniqueConstraint(fields=("page", "image"), name="gongkai_reviewed_image_once"),
                ],
            },
        ),
    ]
