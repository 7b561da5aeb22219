from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gongkai_people", "0002_membership"),
        ("gongkai_tenancy", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="membership",
            name="gongkai_membership_once_in_district",
        ),
        migrations.RemoveConstraint(
            model_name="membership",
            name="gongkai_membership_scope_matches_role",
        ),
        migrations.AlterField(
            model_name="historicalmembership",
            name="role",
            field=models.CharField(
                choices=[
                    ("editor", "Unit editor"),
                    ("moderator", "Unit moderator"),
                    ("confidentiality", "Confidentiality reviewer"),
                    ("disclosure_office", "District disclosure office"),
                    ("legal_office", "District legal office"),
                    ("theme_designer", "Theme designer"),
                    ("city_auditor", "City auditor"),
                    ("operator", "Operator"),
                    ("system_admin", "System administrator"),
                    ("security_admin", "Security administrator"),
                    ("audit_admin", "Audit administrator"),
                ],
                max_length=20,
                verbose_name="role",
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("editor", "Unit editor"),
                    ("moderator", "Unit moderator"),
                    ("confidentiality", "Confidentiality reviewer"),
                    ("disclosure_office", "District disclosure office"),
                    ("legal_office", "District legal office"),
                    ("theme_designer", "Theme designer"),
                    ("city_auditor", "City auditor"),
                    ("operator", "Operator"),
                    ("system_admin", "System administrator"),
                    ("security_admin", "Security administrator"),
                    ("audit_admin", "Audit administrator"),
                ],
                max_length=20,
                verbose_name="role",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("role__in", ["confidentiality", "disclosure_office", "legal_office", "theme_designer"])
                ),
                fields=("user", "role", "district"),
                name="gongkai_membership_once_in_district",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("city__isnull", True),
                        ("district__isnull", True),
                        ("role__in", ["editor", "moderator"]),
                        ("unit__isnull", False),
                    ),
                    models.Q(
                        ("city__isnull", True),
                        ("district__isnull", False),
                        ("role__in", ["confidentiality", "disclosure_office", "legal_office", "theme_designer"]),
                        ("unit__isnull", True),
                    ),
                    models.Q(
                        ("city__isnull", False),
                        ("district__isnull", True),
                        ("role__in", ["city_auditor"]),
                        ("unit__isnull", True),
                    ),
                    models.Q(
                        ("city__isnull", True),
                        ("district__isnull", True),
                        ("role__in", ["operator", "system_admin", "security_admin", "audit_admin"]),
                        ("unit__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="gongkai_membership_scope_matches_role",
            ),
        ),
    ]
