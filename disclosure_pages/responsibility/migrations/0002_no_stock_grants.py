"""Take away what Wagtail's own migrations give to its groups “Editors” and “Moderators”.

Those grants stand on the root page and the root collection, so they reach into every district, and one of them is
*publish*, which nobody may hold: rights follow from responsibility tables alone.
"""

from django.db import migrations

STOCK_GROUPS = ["Editors", "Moderators"]


def drop_grants(apps, schema_editor):
    groups = {"group__name__in": STOCK_GROUPS}
    apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(page__depth=1, **groups).delete()
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.filter(collection__depth=1, **groups).delete()
    apps.get_model("auth", "Group").objects.filter(name__in=STOCK_GROUPS, user__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_responsibility", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(drop_grants, migrations.RunPython.noop)]
