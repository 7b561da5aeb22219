import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_media", "0002_reviewed_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="FileText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content_hash", models.CharField(max_length=64, verbose_name="SHA-256 of the file")),
                ("extension", models.CharField(max_length=10, verbose_name="extension")),
                ("parts", models.JSONField(default=list, verbose_name="pieces of text")),
                ("unread", models.JSONField(default=list, verbose_name="not read")),
                ("stopped_by", models.CharField(blank=True, max_length=10, verbose_name="reading was stopped by")),
                ("seconds", models.PositiveIntegerField(default=0, verbose_name="seconds allowed")),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="read at")),
            ],
            options={
                "verbose_name": "text of a file",
                "verbose_name_plural": "texts of files",
                "constraints": [
                    models.UniqueConstraint(fields=("content_hash", "extension"), name="gongkai_file_text_once")
                ],
            },
        ),
    ]
