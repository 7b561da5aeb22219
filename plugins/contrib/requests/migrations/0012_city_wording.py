import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_requests", "0011_letter_details"),
        ("gongkai_tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicallettertemplate",
            name="city",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="gongkai_tenancy.city",
                verbose_name="city",
            ),
        ),
        migrations.AddField(
            model_name="lettertemplate",
            name="city",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gongkai_tenancy.city",
                verbose_name="city",
            ),
        ),
        migrations.AlterField(
            model_name="lettertemplate",
            name="district",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gongkai_tenancy.district",
                verbose_name="district",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(fields=("city", "kind"), name="gongkai_letter_template_once_in_city"),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("city__isnull", False), ("district", None)),
                    models.Q(("city", None), ("district__isnull", False)),
                    _connector="OR",
                ),
                name="gongkai_letter_template_one_owner",
            ),
        ),
    ]
