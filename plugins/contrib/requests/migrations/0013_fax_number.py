import plugins.contrib.requests.protection.encryption
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_requests", "0012_city_wording"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="fax",
            field=plugins.contrib.requests.protection.encryption.EncryptedTextField(
                blank=True, verbose_name="fax number"
            ),
        ),
    ]
