"""Which kinds of document become public with an interpretation."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gongkai_documents", "0003_lists_of_the_library")]
    operations = [
        migrations.AddField(
            model_name="documentkind",
            name="needs_interpretation",
            field=models.BooleanField(
                default=False,
                help_text="Its documents become public with an interpretation, or with a recorded reason for having none.",
                verbose_name="needs an interpretation",
            ),
        ),
    ]
