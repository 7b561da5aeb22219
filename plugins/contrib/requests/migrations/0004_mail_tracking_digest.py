from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gongkai_requests", "0003_kept_deadlines")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="mail_tracking_digest",
            field=models.CharField(blank=True, db_index=True, default="", editable=False, max_length=64),
            preserve_default=False,
        ),
    ]
