import disclosure_pages.pages.prose
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("gongkai_media", "0001_initial"),
        ("gongkai_tree", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "disclosurepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="gongkai_tree.disclosurepage",
                    ),
                ),
                (
                    "document_number",
                    models.CharField(
                        blank=True,
                        help_text="As it is printed, for example 芙政办发〔2026〕5号; blank if it has none.",
                        max_length=100,
                        verbose_name="document number",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Where the content comes from; left blank, the unit that publishes it.",
                        max_length=120,
                        verbose_name="source",
                    ),
                ),
                (
                    "formed_on",
                    models.DateField(
                        blank=True, help_text="The day the information was made.", null=True, verbose_name="formed on"
                    ),
                ),
                (
                    "body",
                    disclosure_pages.pages.prose.ProseField(
                        [("text", 0), ("table", 1), ("figure", 4)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "h2",
                                        "h3",
                                        "h4",
                                        "blockquote",
                                        "hr",
                                        "bold",
                                        "italic",
                                        "ol",
                                        "ul",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            1: (
                                "wagtail.contrib.table_block.blocks.TableBlock",
                                (),
                                {
                                    "label": "Table",
                                    "table_options": {
                                        "autoColumnSize": False,
                                        "colHeaders": False,
                                        "contextMenu": [
                                            "row_above",
                                            "row_below",
                                            "---------",
                                            "col_left",
                                            "col_right",
                                            "---------",
                                            "remove_row",
                                            "remove_col",
                                            "---------",
                                            "undo",
                                            "redo",
                                            "---------",
                                            "mergeCells",
                                            "alignment",
                                        ],
                                        "editor": "text",
                                        "height": 108,
                                        "language": "en-US",
                                        "mergeCells": True,
                                        "minSpareRows": 0,
                                        "renderer": "text",
                                        "rowHeaders": False,
                                        "startCols": 3,
                                        "startRows": 3,
                                        "stretchH": "all",
                                    },
                                    "template": "disclosure_pages/blocks/table.html",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 200, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("image", 2), ("caption", 3)]], {}),
                        },
                        verbose_name="body",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
            bases=("gongkai_tree.disclosurepage",),
        ),
        migrations.CreateModel(
            name="EnterpriseProfile",
            fields=[
                (
                    "disclosurepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="gongkai_tree.disclosurepage",
                    ),
                ),
                (
                    "service",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("education", "Education"),
                            ("health", "Health care"),
                            ("water", "Water supply"),
                            ("electricity", "Electricity supply"),
                            ("gas", "Gas supply"),
                            ("heating", "Heating"),
                            ("environment", "Environmental protection"),
                            ("transport", "Public transport"),
                            ("other", "Other public service"),
                        ],
                        max_length=20,
                        verbose_name="kind of service",
                    ),
                ),
                (
                    "regulator",
                    models.CharField(
                        blank=True,
                        help_text="The organ that sets the list of items to disclose.",
                        max_length=120,
                        verbose_name="regulator",
                    ),
                ),
                ("introduction", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0-9+（(][0-9 ()（）+\\-—转、,，/;；]{2,59}\\Z",
                                "Write a phone number with digits; several numbers are separated by 、.",
                            )
                        ],
                        verbose_name="phone",
                    ),
                ),
                (
                    "website",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A(?:https?://[^\\s/]+(?:/\\S*)?|/(?!/)\\S*)\\Z",
                                "Write a full address that begins with https:// or http://, or a path on this site that begins with /.",
                            )
                        ],
                        verbose_name="website",
                    ),
                ),
            ],
            options={
                "verbose_name": "public enterprise",
                "verbose_name_plural": "public enterprises",
            },
            bases=("gongkai_tree.disclosurepage",),
        ),
        migrations.CreateModel(
            name="GuidePage",
            fields=[
                (
                    "disclosurepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="gongkai_tree.disclosurepage",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(
                        blank=True, help_text="The day of this edition.", null=True, verbose_name="edition of"
                    ),
                ),
                (
                    "scope",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Which information is disclosed, and how it is classified.",
                        verbose_name="scope",
                    ),
                ),
                (
                    "forms",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Where and how disclosed information can be read.",
                        verbose_name="forms of disclosure",
                    ),
                ),
                (
                    "how_to_request",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Who may ask for information, how, within which time it is answered.",
                        verbose_name="how to request",
                    ),
                ),
                (
                    "supervision",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Where to complain, and how to appeal.",
                        verbose_name="supervision and remedy",
                    ),
                ),
            ],
            options={
                "verbose_name": "disclosure guide",
                "verbose_name_plural": "disclosure guides",
            },
            bases=("gongkai_tree.disclosurepage",),
        ),
        migrations.CreateModel(
            name="InstitutionProfile",
            fields=[
                (
                    "disclosurepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="gongkai_tree.disclosurepage",
                    ),
                ),
                (
                    "duties",
                    wagtail.fields.RichTextField(
                        blank=True, help_text="The statutory duties of the organ.", verbose_name="duties"
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address")),
                ("postcode", models.CharField(blank=True, max_length=12, verbose_name="postcode")),
                (
                    "hours",
                    models.CharField(
                        blank=True,
                        help_text="For example 工作日 9:00–12:00，13:30–17:00.",
                        max_length=200,
                        verbose_name="hours",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0-9+（(][0-9 ()（）+\\-—转、,，/;；]{2,59}\\Z",
                                "Write a phone number with digits; several numbers are separated by 、.",
                            )
                        ],
                        verbose_name="phone",
                    ),
                ),
                (
                    "website",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A(?:https?://[^\\s/]+(?:/\\S*)?|/(?!/)\\S*)\\Z",
                                "Write a full address that begins with https:// or http://, or a path on this site that begins with /.",
                            )
                        ],
                        verbose_name="website",
                    ),
                ),
            ],
            options={
                "verbose_name": "institution profile",
                "verbose_name_plural": "institution profiles",
            },
            bases=("gongkai_tree.disclosurepage",),
        ),
        migrations.CreateModel(
            name="MeetingPage",
            fields=[
                (
                    "disclosurepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="gongkai_tree.disclosurepage",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True, help_text="For example 第五届第23次.", max_length=60, verbose_name="number"
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="held on")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                ("summary", wagtail.fields.RichTextField(blank=True, verbose_name="summary")),
                (
                    "interpretation_title",
                    models.CharField(blank=True, max_length=200, verbose_name="title of the interpretation"),
                ),
                (
                    "interpretation_link",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A(?:https?://[^\\s/]+(?:/\\S*)?|/(?!/)\\S*)\\Z",
                                "Write a full address that begins with https:// or http://, or a path on this site that begins with /.",
                            )
                        ],
                        verbose_name="link to the interpretation",
                    ),
                ),
            ],
            options={
                "verbose_name": "executive meeting",
                "verbose_name_plural": "executive meetings",
            },
            bases=("gongkai_tree.disclosurepage",),
        ),
        migrations.CreateModel(
            name="SystemPage",
            fields=[
                (
                    "disclosurepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="gongkai_tree.disclosurepage",
                    ),
                ),
                ("introduction", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
            ],
            options={
                "verbose_name": "disclosure rules",
                "verbose_name_plural": "disclosure rules",
            },
            bases=("gongkai_tree.disclosurepage",),
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "title",
                    models.CharField(
                        blank=True, help_text="Left empty, the file's own title.", max_length=255, verbose_name="title"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="gongkai_media.disclosuredocument",
                        verbose_name="file",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="gongkai_tree.disclosurepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment",
                "verbose_name_plural": "attachments",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisclosedItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("content", models.TextField(blank=True, verbose_name="content")),
                (
                    "link",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A(?:https?://[^\\s/]+(?:/\\S*)?|/(?!/)\\S*)\\Z",
                                "Write a full address that begins with https:// or http://, or a path on this site that begins with /.",
                            )
                        ],
                        verbose_name="link",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="gongkai_pages.enterpriseprofile",
                    ),
                ),
            ],
            options={
                "verbose_name": "disclosed item",
                "verbose_name_plural": "disclosed items",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisclosureOffice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("address", models.CharField(max_length=200, verbose_name="address")),
                (
                    "hours",
                    models.CharField(
                        help_text="For example 工作日 9:00–12:00，13:30–17:00.", max_length=200, verbose_name="hours"
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0-9+（(][0-9 ()（）+\\-—转、,，/;；]{2,59}\\Z",
                                "Write a phone number with digits; several numbers are separated by 、.",
                            )
                        ],
                        verbose_name="phone",
                    ),
                ),
                (
                    "fax",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0-9+（(][0-9 ()（）+\\-—转、,，/;；]{2,59}\\Z",
                                "Write a phone number with digits; several numbers are separated by 、.",
                            )
                        ],
                        verbose_name="fax",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("postcode", models.CharField(blank=True, max_length=12, verbose_name="postcode")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offices",
                        to="gongkai_pages.guidepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "disclosure office",
                "verbose_name_plural": "disclosure offices",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InnerOffice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("duties", models.TextField(blank=True, verbose_name="duties")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0-9+（(][0-9 ()（）+\\-—转、,，/;；]{2,59}\\Z",
                                "Write a phone number with digits; several numbers are separated by 、.",
                            )
                        ],
                        verbose_name="phone",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="inner_offices",
                        to="gongkai_pages.institutionprofile",
                    ),
                ),
            ],
            options={
                "verbose_name": "inner office",
                "verbose_name_plural": "inner offices",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("post", models.CharField(max_length=120, verbose_name="post")),
                (
                    "portfolio",
                    models.TextField(blank=True, help_text="What this person answers for.", verbose_name="portfolio"),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="heads",
                        to="gongkai_pages.institutionprofile",
                    ),
                ),
            ],
            options={
                "verbose_name": "head",
                "verbose_name_plural": "heads",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text", models.TextField(verbose_name="decision")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="gongkai_pages.meetingpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("reported_by", models.CharField(blank=True, max_length=120, verbose_name="reported by")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agenda",
                        to="gongkai_pages.meetingpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "agenda item",
                "verbose_name_plural": "agenda items",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Rule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("document_number", models.CharField(blank=True, max_length=100, verbose_name="document number")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                ("effective_on", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="The rule in full, as a file.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="gongkai_media.disclosuredocument",
                        verbose_name="text",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rules", to="gongkai_pages.systempage"
                    ),
                ),
            ],
            options={
                "verbose_name": "rule",
                "verbose_name_plural": "rules",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
