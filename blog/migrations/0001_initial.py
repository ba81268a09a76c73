import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.contrib.taggit
import modelcluster.fields
import modelsearch.index
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("images", "0001_initial"),
        ("products", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="BlogIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        blank=True, help_text="Shown under the heading.", verbose_name="introduction"
                    ),
                ),
            ],
            options={
                "verbose_name": "journal",
                "verbose_name_plural": "journals",
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="ArticlePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "standfirst",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences under the title, and on cards.",
                        verbose_name="standfirst",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        db_index=True,
                        help_text="The date shown everywhere. Left empty: the moment of the first publishing.",
                        null=True,
                        verbose_name="published",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 2),
                            ("text", 3),
                            ("note", 7),
                            ("quote", 10),
                            ("infographic", 39),
                            ("image", 42),
                            ("table", 47),
                            ("product_callout", 50),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "max_length": 200}),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("2", "Section"),
                                        ("3", "Sub-section"),
                                        ("4", "Sub-section of a sub-section"),
                                        ("contents", "In the contents list only"),
                                    ],
                                    "help_text": "“In the contents list only” gives readers a way here without a visible heading.",
                                    "label": "Level",
                                },
                            ),
                            2: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 0), ("level", 1)]],
                                {"group": "Writing"},
                            ),
                            3: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "description": "Paragraphs and lists. Headings are blocks of their own.",
                                    "features": [
                                        "bold",
                                        "italic",
                                        "superscript",
                                        "subscript",
                                        "link",
                                        "product",
                                        "ol",
                                        "ul",
                                    ],
                                    "group": "Writing",
                                    "icon": "pilcrow",
                                    "label": "Text",
                                    "preview_value": "<p>Skin makes it from sunlight; modern rooms make that harder.</p>",
                                    "template": "blog/blocks/text.html",
                                },
                            ),
                            4: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("information", "Information"),
                                        ("caution", "Caution"),
                                        ("doctor", "Talk to your doctor"),
                                    ],
                                    "label": "Kind",
                                },
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Left empty: the name of its kind.",
                                    "label": "Title",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            6: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "superscript",
                                        "subscript",
                                        "link",
                                        "product",
                                        "ol",
                                        "ul",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("kind", 4), ("title", 5), ("text", 6)]],
                                {"group": "Writing"},
                            ),
                            8: ("wagtail.blocks.TextBlock", (), {"label": "Quotation", "rows": 3}),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it, and where", "max_length": 200, "required": False},
                            ),
                            10: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 8), ("attribution", 9)]],
                                {"group": "Writing"},
                            ),
                            11: ("wagtail.blocks.CharBlock", (), {"label": "Title", "max_length": 160}),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Subtitle", "max_length": 200, "required": False},
                            ),
                            13: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Lead", "max_length": 600, "required": False, "rows": 2},
                            ),
                            14: ("wagtail.blocks.CharBlock", (), {"label": "Title", "max_length": 120}),
                            15: ("wagtail.blocks.CharBlock", (), {"label": "Point", "max_length": 300}),
                            16: ("wagtail.blocks.ListBlock", (15,), {"label": "Points", "min_num": 1}),
                            17: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "default": "In food",
                                    "label": "Name of the food line",
                                    "max_length": 40,
                                    "required": False,
                                },
                            ),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Food sources", "max_length": 400, "required": False},
                            ),
                            19: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 14), ("points", 16), ("sources_label", 17), ("sources", 18)]],
                                {},
                            ),
                            20: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 600, "rows": 2},
                            ),
                            21: ("wagtail.blocks.StructBlock", [[("title", 14), ("text", 20)]], {}),
                            22: ("wagtail.blocks.ListBlock", (21,), {"label": "Points", "min_num": 1}),
                            23: ("wagtail.blocks.StructBlock", [[("title", 14), ("points", 22)]], {}),
                            24: ("wagtail.blocks.CharBlock", (), {"label": "Substance", "max_length": 120}),
                            25: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "With its unit: “45–180 µg daily”.",
                                    "label": "Amount",
                                    "max_length": 120,
                                },
                            ),
                            26: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Note", "max_length": 300, "required": False},
                            ),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [[("substance", 24), ("amount", 25), ("note", 26)]],
                                {},
                            ),
                            28: ("wagtail.blocks.ListBlock", (27,), {"label": "Amounts", "min_num": 1}),
                            29: ("wagtail.blocks.StructBlock", [[("title", 14), ("doses", 28)]], {}),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 14), ("text", 20)]],
                                {"label": "Benefit"},
                            ),
                            31: ("wagtail.blocks.ListBlock", (30,), {"label": "Benefits", "min_num": 1}),
                            32: ("wagtail.blocks.StructBlock", [[("title", 14), ("benefits", 31)]], {}),
                            33: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 600, "required": False, "rows": 3},
                            ),
                            34: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {
                                    "label": "Product",
                                    "page_type": ["products.ProductPage"],
                                    "required": False,
                                },
                            ),
                            35: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "Used where no product is chosen or shown.",
                                    "label": "Other address",
                                    "required": False,
                                },
                            ),
                            36: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words of the link", "max_length": 80, "required": False},
                            ),
                            37: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 14),
                                        ("text", 33),
                                        ("product", 34),
                                        ("link", 35),
                                        ("link_label", 36),
                                    ]
                                ],
                                {},
                            ),
                            38: (
                                "wagtail.blocks.StreamBlock",
                                [
                                    [
                                        ("nutrient", 19),
                                        ("synergy", 23),
                                        ("dosage", 29),
                                        ("benefits", 32),
                                        ("call_to_action", 37),
                                    ]
                                ],
                                {"label": "Panels", "max_num": 12},
                            ),
                            39: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 11), ("subtitle", 12), ("lead", 13), ("panels", 38)]],
                                {"group": "Showing"},
                            ),
                            40: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                            41: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 400, "required": False},
                            ),
                            42: (
                                "wagtail.blocks.StructBlock",
                                [[("picture", 40), ("caption", 41)]],
                                {"group": "Showing"},
                            ),
                            43: ("wagtail.blocks.CharBlock", (), {"label": "Text", "required": False}),
                            44: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "superscript",
                                        "subscript",
                                        "link",
                                        "product",
                                    ],
                                    "label": "Text with links",
                                    "required": False,
                                },
                            ),
                            45: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 43), ("rich_text", 44)]],
                                {"label": "Table"},
                            ),
                            46: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "default": True,
                                    "label": "The first column names the rows",
                                    "required": False,
                                },
                            ),
                            47: (
                                "wagtail.blocks.StructBlock",
                                [[("table", 45), ("first_column_is_header", 46)]],
                                {"group": "Showing"},
                            ),
                            48: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Product", "page_type": ["products.ProductPage"]},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "One sentence that ties the product to this section.",
                                    "label": "Why it is here",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            50: (
                                "wagtail.blocks.StructBlock",
                                [[("product", 48), ("reason", 49)]],
                                {"group": "Shop"},
                            ),
                        },
                        verbose_name="body",
                    ),
                ),
                (
                    "reading_minutes",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="reading time in minutes"
                    ),
                ),
                (
                    "hero",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown beside the title and on cards, at least 1600 pixels wide.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="images.siteimage",
                        verbose_name="leading picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ArticleTag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged_items",
                        to="blog.articlepage",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(app_label)s_%(class)s_items",
                        to="taggit.tag",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="articlepage",
            name="tags",
            field=modelcluster.contrib.taggit.ClusterTaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="blog.ArticleTag",
                to="taggit.Tag",
                verbose_name="tags",
            ),
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        help_text="For example “Nutrition editor”.",
                        max_length=160,
                        verbose_name="role",
                    ),
                ),
                (
                    "biography",
                    models.TextField(
                        blank=True,
                        help_text="A few sentences for their page. An empty line starts a paragraph.",
                        verbose_name="biography",
                    ),
                ),
                (
                    "portrait",
                    models.ForeignKey(
                        blank=True,
                        help_text="Square, at least 640 pixels wide.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="images.siteimage",
                        verbose_name="portrait",
                    ),
                ),
                (
                    "credentials",
                    models.CharField(
                        blank=True,
                        help_text="What qualifies them, for example “MSc Nutrition, registered dietitian”.",
                        max_length=160,
                        verbose_name="credentials",
                    ),
                ),
                (
                    "profile_url",
                    models.URLField(
                        blank=True,
                        help_text="A professional register or their own site.",
                        verbose_name="profile elsewhere",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The last part of the address of their page. Left empty: made from the name.",
                        max_length=130,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
            ],
            options={
                "verbose_name": "author or reviewer",
                "verbose_name_plural": "authors and reviewers",
                "ordering": ["name"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="ArticleAuthor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "article",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bylines",
                        to="blog.articlepage",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bylines",
                        to="blog.author",
                        verbose_name="author",
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProductMention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("callout", "callout"),
                            ("infographic", "infographic"),
                            ("inline", "in the text"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                (
                    "anchor",
                    models.CharField(blank=True, max_length=255, verbose_name="anchor of its section"),
                ),
                ("position", models.PositiveIntegerField(verbose_name="position in the article")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="product_mentions",
                        to="blog.articlepage",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="products.productpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "product mention",
                "verbose_name_plural": "product mentions",
                "ordering": ["article", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "position"), name="one_mention_a_position")
                ],
            },
        ),
        migrations.AddField(
            model_name="articlepage",
            name="contents",
            field=models.CharField(
                choices=[("auto", "Automatic"), ("on", "Always"), ("off", "Never")],
                default="auto",
                help_text="“Automatic” shows it from two headings on.",
                max_length=4,
                verbose_name="contents list",
            ),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="corrections",
            field=wagtail.fields.StreamField(
                [("correction", 2)],
                blank=True,
                block_lookup={
                    0: (
                        "wagtail.blocks.DateBlock",
                        (),
                        {"default": django.utils.timezone.localdate, "label": "Corrected on"},
                    ),
                    1: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": ["bold", "italic", "superscript", "subscript", "link"],
                            "help_text": "What the article said, and what it says now.",
                            "label": "What was corrected",
                        },
                    ),
                    2: ("wagtail.blocks.StructBlock", [[("made_on", 0), ("text", 1)]], {}),
                },
                help_text="What was wrong and has been put right, oldest first. A correction that was published stays: its words can be mended, but it cannot be taken out.",
                verbose_name="corrections",
            ),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="review_due_on",
            field=models.DateField(
                blank=True,
                help_text="Left empty: a year after the last review.",
                null=True,
                verbose_name="next review due",
            ),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="reviewed_on",
            field=models.DateField(blank=True, null=True, verbose_name="last reviewed"),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="reviewer",
            field=models.ForeignKey(
                blank=True,
                help_text="Who has checked that this article is accurate. Shown in the byline only.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reviewed_articles",
                to="blog.author",
                verbose_name="reviewer",
            ),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="updated_at",
            field=models.DateTimeField(
                blank=True,
                help_text="When its content last changed in a way readers should know of. Not for a mended slip.",
                null=True,
                verbose_name="updated",
            ),
        ),
        migrations.AlterField(
            model_name="articlepage",
            name="body",
            field=wagtail.fields.StreamField(
                [
                    ("heading", 6),
                    ("text", 7),
                    ("key_points", 10),
                    ("note", 14),
                    ("question", 17),
                    ("quote", 22),
                    ("infographic", 77),
                    ("borrowed_infographic", 80),
                    ("image", 84),
                    ("table", 89),
                    ("video", 94),
                    ("product_callout", 98),
                ],
                blank=True,
                block_lookup={
                    0: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "max_length": 200}),
                    1: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("2", "Section"),
                                ("3", "Sub-section"),
                                ("4", "Sub-section of a sub-section"),
                                ("contents", "In the contents list only"),
                            ],
                            "help_text": "“In the contents list only” gives readers a way here without a visible heading.",
                            "label": "Level",
                        },
                    ),
                    2: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Left empty: the heading itself.",
                            "label": "Label in the contents list",
                            "max_length": 120,
                            "required": False,
                            "search_index": False,
                        },
                    ),
                    3: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {"default": True, "label": "Show in the contents list", "required": False},
                    ),
                    4: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What stands after # in a link to this heading. Left empty: made from its words when the article is first published, and kept. An older address keeps working.",
                            "label": "Address",
                            "max_length": 200,
                            "required": False,
                            "search_index": False,
                        },
                    ),
                    5: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "form_classname": "heading-anchor-was",
                            "label": "Address when the form was opened",
                            "max_length": 255,
                            "required": False,
                            "search_index": False,
                        },
                    ),
                    6: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("text", 0),
                                ("level", 1),
                                ("contents_label", 2),
                                ("is_listed", 3),
                                ("anchor", 4),
                                ("anchor_was", 5),
                            ]
                        ],
                        {"group": "Writing"},
                    ),
                    7: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "description": "Paragraphs and lists. Headings are blocks of their own.",
                            "features": [
                                "bold",
                                "italic",
                                "superscript",
                                "subscript",
                                "link",
                                "product",
                                "source",
                                "fact",
                                "ol",
                                "ul",
                            ],
                            "group": "Writing",
                            "icon": "pilcrow",
                            "label": "Text",
                            "preview_value": "<p>Skin makes it from sunlight; modern rooms make that harder.</p>",
                            "template": "blog/blocks/text.html",
                        },
                    ),
                    8: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "superscript",
                                "subscript",
                                "link",
                                "product",
                                "source",
                                "fact",
                            ],
                            "label": "Point",
                        },
                    ),
                    9: (
                        "wagtail.blocks.ListBlock",
                        (8,),
                        {
                            "default": ["", ""],
                            "help_text": "One sentence each. Best at the very start of the article.",
                            "label": "Points",
                            "max_num": 6,
                            "min_num": 1,
                        },
                    ),
                    10: ("wagtail.blocks.StructBlock", [[("points", 9)]], {"group": "Writing"}),
                    11: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("information", "Information"),
                                ("caution", "Caution"),
                                ("doctor", "Talk to your doctor"),
                            ],
                            "label": "Kind",
                        },
                    ),
                    12: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Left empty: the name of its kind.",
                            "label": "Title",
                            "max_length": 120,
                            "required": False,
                        },
                    ),
                    13: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "superscript",
                                "subscript",
                                "link",
                                "product",
                                "source",
                                "fact",
                                "ol",
                                "ul",
                            ],
                            "label": "Text",
                        },
                    ),
                    14: (
                        "wagtail.blocks.StructBlock",
                        [[("kind", 11), ("title", 12), ("text", 13)]],
                        {"group": "Writing"},
                    ),
                    15: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"help_text": "As a reader would ask it.", "label": "Question", "max_length": 200},
                    ),
                    16: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "superscript",
                                "subscript",
                                "link",
                                "product",
                                "source",
                                "fact",
                                "ol",
                                "ul",
                            ],
                            "label": "Answer",
                        },
                    ),
                    17: (
                        "wagtail.blocks.StructBlock",
                        [[("question", 15), ("answer", 16)]],
                        {"group": "Writing"},
                    ),
                    18: ("wagtail.blocks.TextBlock", (), {"label": "Quotation", "rows": 3}),
                    19: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Who said it", "max_length": 200, "required": False},
                    ),
                    20: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "The book, paper or talk it is from.",
                            "label": "Where",
                            "max_length": 200,
                            "required": False,
                        },
                    ),
                    21: (
                        "wagtail.blocks.URLBlock",
                        (),
                        {
                            "help_text": "Where readers can see it for themselves.",
                            "label": "Address of the source",
                            "required": False,
                        },
                    ),
                    22: (
                        "wagtail.blocks.StructBlock",
                        [[("text", 18), ("attribution", 19), ("source", 20), ("address", 21)]],
                        {"group": "Writing"},
                    ),
                    23: ("wagtail.blocks.CharBlock", (), {"label": "Title", "max_length": 160}),
                    24: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Subtitle", "max_length": 200, "required": False},
                    ),
                    25: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {"features": ["fact"], "label": "Lead", "max_length": 600, "required": False},
                    ),
                    26: ("wagtail.blocks.CharBlock", (), {"label": "Title", "max_length": 120}),
                    27: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {"features": ["fact"], "label": "Point", "max_length": 300},
                    ),
                    28: ("wagtail.blocks.ListBlock", (27,), {"label": "Points", "min_num": 1}),
                    29: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "default": "In food",
                            "label": "Name of the food line",
                            "max_length": 40,
                            "required": False,
                        },
                    ),
                    30: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Food sources", "max_length": 400, "required": False},
                    ),
                    31: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        (),
                        {"label": "Source", "required": False, "target_model": "blog.Source"},
                    ),
                    32: (
                        "wagtail.blocks.ListBlock",
                        (31,),
                        {
                            "default": [],
                            "help_text": "Readers see their numbers at the foot of the panel.",
                            "label": "Sources cited",
                        },
                    ),
                    33: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("title", 26),
                                ("points", 28),
                                ("sources_label", 29),
                                ("sources", 30),
                                ("citations", 32),
                            ]
                        ],
                        {},
                    ),
                    34: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {"features": ["fact"], "label": "Text", "max_length": 600},
                    ),
                    35: ("wagtail.blocks.StructBlock", [[("title", 26), ("text", 34)]], {}),
                    36: ("wagtail.blocks.ListBlock", (35,), {"label": "Points", "min_num": 1}),
                    37: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 26), ("points", 36), ("citations", 32)]],
                        {},
                    ),
                    38: ("wagtail.blocks.CharBlock", (), {"label": "Substance", "max_length": 120}),
                    39: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": ["fact"],
                            "help_text": "With its unit: “45–180 µg daily”.",
                            "label": "Amount",
                            "max_length": 120,
                        },
                    ),
                    40: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {"features": ["fact"], "label": "Note", "max_length": 300, "required": False},
                    ),
                    41: (
                        "wagtail.blocks.StructBlock",
                        [[("substance", 38), ("amount", 39), ("note", 40)]],
                        {},
                    ),
                    42: ("wagtail.blocks.ListBlock", (41,), {"label": "Amounts", "min_num": 1}),
                    43: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 26), ("doses", 42), ("citations", 32)]],
                        {},
                    ),
                    44: ("wagtail.blocks.StructBlock", [[("title", 26), ("text", 34)]], {"label": "Benefit"}),
                    45: ("wagtail.blocks.ListBlock", (44,), {"label": "Benefits", "min_num": 1}),
                    46: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 26), ("benefits", 45), ("citations", 32)]],
                        {},
                    ),
                    47: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": ["fact"],
                            "help_text": "With its unit, and nothing else: “30–40%”.",
                            "label": "Figure",
                            "max_length": 60,
                        },
                    ),
                    48: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": ["fact"],
                            "help_text": "Of what, in whom, compared with what.",
                            "label": "What it means",
                            "max_length": 300,
                        },
                    ),
                    49: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 26), ("figure", 47), ("context", 48), ("citations", 32)]],
                        {},
                    ),
                    50: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("", "None"),
                                ("µg", "µg"),
                                ("mg", "mg"),
                                ("g", "g"),
                                ("kg", "kg"),
                                ("IU", "IU"),
                                ("ml", "ml"),
                                ("l", "l"),
                                ("oz", "oz"),
                                ("kcal", "kcal"),
                                ("kJ", "kJ"),
                                ("%", "%"),
                                ("CFU", "CFU"),
                                ("capsule", "capsule"),
                                ("tablet", "tablet"),
                                ("gummy", "gummy"),
                                ("drop", "drop"),
                                ("spray", "spray"),
                                ("scoop", "scoop"),
                                ("sachet", "sachet"),
                                ("teaspoon", "teaspoon"),
                                ("tablespoon", "tablespoon"),
                                ("cup", "cup"),
                                ("glass", "glass"),
                                ("serving", "serving"),
                                ("hour", "hour"),
                                ("minute", "minute"),
                                ("day", "day"),
                                ("week", "week"),
                                ("month", "month"),
                                ("time", "time"),
                                ("step", "step"),
                                ("°C", "°C"),
                                ("°F", "°F"),
                                ("mmol", "mmol"),
                            ],
                            "help_text": "Of all bars. Percentages are drawn on a scale from 0 to 100.",
                            "label": "Unit",
                            "required": False,
                        },
                    ),
                    51: ("wagtail.blocks.CharBlock", (), {"label": "Label", "max_length": 80}),
                    52: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        (),
                        {
                            "help_text": "Its figure is shown, today's and in future.",
                            "label": "Fact",
                            "required": False,
                            "target_model": "blog.Fact",
                        },
                    ),
                    53: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 4,
                            "help_text": "Where no fact is chosen. Of a range, the lower end.",
                            "label": "Value",
                            "max_digits": 14,
                            "min_value": 0,
                            "required": False,
                        },
                    ),
                    54: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 4,
                            "help_text": "Only for a range: 30 to 40.",
                            "label": "Upper end",
                            "max_digits": 14,
                            "min_value": 0,
                            "required": False,
                        },
                    ),
                    55: (
                        "wagtail.blocks.StructBlock",
                        [[("label", 51), ("fact", 52), ("low", 53), ("high", 54)]],
                        {},
                    ),
                    56: ("wagtail.blocks.ListBlock", (55,), {"label": "Bars", "max_num": 8, "min_num": 2}),
                    57: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 26), ("unit", 50), ("bars", 56), ("note", 40), ("citations", 32)]],
                        {},
                    ),
                    58: ("wagtail.blocks.CharBlock", (), {"label": "Step", "max_length": 120}),
                    59: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {"features": ["fact"], "label": "Text", "max_length": 600, "required": False},
                    ),
                    60: ("wagtail.blocks.StructBlock", [[("title", 58), ("text", 59)]], {}),
                    61: ("wagtail.blocks.ListBlock", (60,), {"label": "Steps", "min_num": 2}),
                    62: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 26), ("steps", 61), ("citations", 32)]],
                        {},
                    ),
                    63: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"default": "Do", "label": "Name of the first list", "max_length": 40},
                    ),
                    64: ("wagtail.blocks.ListBlock", (27,), {"default": [], "label": "What to do"}),
                    65: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"default": "Avoid", "label": "Name of the second list", "max_length": 40},
                    ),
                    66: ("wagtail.blocks.ListBlock", (27,), {"default": [], "label": "What to leave"}),
                    67: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("title", 26),
                                ("do_label", 63),
                                ("do", 64),
                                ("avoid_label", 65),
                                ("avoid", 66),
                                ("citations", 32),
                            ]
                        ],
                        {},
                    ),
                    68: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {"features": ["fact"], "label": "Text", "max_length": 200, "required": False},
                    ),
                    69: (
                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                        [[("text", 68)]],
                        {
                            "help_text": "The first column names the rows. Two to five columns are read well on a phone.",
                            "label": "Table",
                        },
                    ),
                    70: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 26), ("table", 69), ("citations", 32)]],
                        {},
                    ),
                    71: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {"label": "Text", "max_length": 600, "required": False, "rows": 3},
                    ),
                    72: (
                        "wagtail.blocks.PageChooserBlock",
                        (),
                        {"label": "Product", "page_type": ["products.ProductPage"], "required": False},
                    ),
                    73: (
                        "wagtail.blocks.URLBlock",
                        (),
                        {
                            "help_text": "Used where no product is chosen or shown.",
                            "label": "Other address",
                            "required": False,
                        },
                    ),
                    74: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Words of the link", "max_length": 80, "required": False},
                    ),
                    75: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 26), ("text", 71), ("product", 72), ("link", 73), ("link_label", 74)]],
                        {},
                    ),
                    76: (
                        "wagtail.blocks.StreamBlock",
                        [
                            [
                                ("nutrient", 33),
                                ("synergy", 37),
                                ("dosage", 43),
                                ("benefits", 46),
                                ("statistic", 49),
                                ("bars", 57),
                                ("steps", 62),
                                ("checklist", 67),
                                ("comparison", 70),
                                ("call_to_action", 75),
                            ]
                        ],
                        {"label": "Panels", "max_num": 12},
                    ),
                    77: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 23), ("subtitle", 24), ("lead", 25), ("panels", 76)]],
                        {"group": "Showing"},
                    ),
                    78: (
                        "wagtail.blocks.PageChooserBlock",
                        (),
                        {"label": "Article", "page_type": ["blog.ArticlePage"]},
                    ),
                    79: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Only where the article has several.",
                            "label": "Title of the infographic",
                            "max_length": 160,
                            "required": False,
                        },
                    ),
                    80: (
                        "wagtail.blocks.StructBlock",
                        [[("article", 78), ("title", 79)]],
                        {"group": "Showing"},
                    ),
                    81: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                    82: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Caption", "max_length": 400, "required": False},
                    ),
                    83: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Who made the picture. Left empty: the credit the picture has in the library.",
                            "label": "Credit",
                            "max_length": 255,
                            "required": False,
                        },
                    ),
                    84: (
                        "wagtail.blocks.StructBlock",
                        [[("picture", 81), ("caption", 82), ("credit", 83)]],
                        {"group": "Showing"},
                    ),
                    85: ("wagtail.blocks.CharBlock", (), {"label": "Text", "required": False}),
                    86: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "superscript",
                                "subscript",
                                "link",
                                "product",
                                "source",
                                "fact",
                            ],
                            "label": "Text with links",
                            "required": False,
                        },
                    ),
                    87: (
                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                        [[("text", 85), ("rich_text", 86)]],
                        {"label": "Table"},
                    ),
                    88: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {"default": True, "label": "The first column names the rows", "required": False},
                    ),
                    89: (
                        "wagtail.blocks.StructBlock",
                        [[("table", 87), ("first_column_is_header", 88)]],
                        {"group": "Showing"},
                    ),
                    90: (
                        "wagtail.blocks.URLBlock",
                        (),
                        {
                            "help_text": "Its page on YouTube or Vimeo, as the browser shows it or its share button gives it.",
                            "label": "Address of the video",
                        },
                    ),
                    91: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"help_text": "What the video shows.", "label": "Title", "max_length": 160},
                    ),
                    92: ("wagtail.images.blocks.ImageBlock", [], {"label": "Still"}),
                    93: (
                        "wagtail.blocks.RegexBlock",
                        (),
                        {
                            "error_messages": {"invalid": "Write minutes and seconds, as in 4:32."},
                            "help_text": "Minutes and seconds, as in 4:32.",
                            "label": "Length",
                            "regex": "^\\d{1,2}(:[0-5]\\d){1,2}$",
                            "required": False,
                        },
                    ),
                    94: (
                        "wagtail.blocks.StructBlock",
                        [[("address", 90), ("title", 91), ("poster", 92), ("length", 93)]],
                        {"group": "Showing"},
                    ),
                    95: (
                        "wagtail.blocks.PageChooserBlock",
                        (),
                        {"label": "Product", "page_type": ["products.ProductPage"]},
                    ),
                    96: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {
                            "help_text": "Left empty: the product in all its sizes and forms.",
                            "label": "Variant",
                            "required": False,
                        },
                    ),
                    97: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "One sentence that ties the product to this section.",
                            "label": "Why it is here",
                            "max_length": 200,
                            "required": False,
                        },
                    ),
                    98: (
                        "wagtail.blocks.StructBlock",
                        [[("product", 95), ("variant", 96), ("reason", 97)]],
                        {"group": "Shop"},
                    ),
                },
                verbose_name="body",
            ),
        ),
        migrations.CreateModel(
            name="RelatedPick",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "article",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picks",
                        to="blog.articlepage",
                    ),
                ),
                (
                    "pick",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked_by",
                        to="blog.articlepage",
                        verbose_name="article",
                    ),
                ),
            ],
            options={
                "verbose_name": "article to read next",
                "verbose_name_plural": "articles to read next",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("article-journal", "Article in a journal"),
                            ("book", "Book"),
                            ("chapter", "Chapter of a book"),
                            ("report", "Report or guideline"),
                            ("webpage", "Web page"),
                            ("thesis", "Thesis"),
                            ("dataset", "Dataset"),
                            ("document", "Something else"),
                        ],
                        default="article-journal",
                        max_length=20,
                        verbose_name="type",
                    ),
                ),
                (
                    "authors",
                    models.TextField(
                        blank=True,
                        help_text="One a line: “Knapen, M. H. J.”, or the name of an organisation.",
                        verbose_name="authors",
                    ),
                ),
                ("title", models.CharField(max_length=500, verbose_name="title")),
                (
                    "container",
                    models.CharField(
                        blank=True,
                        help_text="The journal, book or site.",
                        max_length=300,
                        verbose_name="published in",
                    ),
                ),
                ("publisher", models.CharField(blank=True, max_length=200, verbose_name="publisher")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year")),
                ("volume", models.CharField(blank=True, max_length=40, verbose_name="volume")),
                ("issue", models.CharField(blank=True, max_length=40, verbose_name="issue")),
                ("pages", models.CharField(blank=True, max_length=60, verbose_name="pages")),
                (
                    "doi",
                    models.CharField(
                        blank=True,
                        help_text="For example 10.1007/s00198-013-2325-6.",
                        max_length=200,
                        verbose_name="DOI",
                    ),
                ),
                ("pmid", models.CharField(blank=True, max_length=12, verbose_name="PubMed number")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="For editors: who was studied, for how long, what was found. Not shown.",
                        verbose_name="note",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["authors", "year", "title"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("doi", ""), _negated=True),
                        fields=("doi",),
                        name="one_source_a_doi",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("pmid", ""), _negated=True),
                        fields=("pmid",),
                        name="one_source_a_pmid",
                    ),
                ],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="DismissedFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=60, verbose_name="check")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="digest of check and words")),
                ("quote", models.TextField(blank=True, verbose_name="words")),
                ("reason", models.CharField(max_length=300, verbose_name="reason")),
                ("dismissed_at", models.DateTimeField(auto_now_add=True, verbose_name="on")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dismissed_findings",
                        to="blog.articlepage",
                    ),
                ),
                (
                    "dismissed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "dismissed finding",
                "verbose_name_plural": "dismissed findings",
                "ordering": ["article", "-dismissed_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "fingerprint"), name="one_dismissal_a_finding")
                ],
            },
        ),
        migrations.CreateModel(
            name="ArticleAnchor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("block_id", models.CharField(max_length=36, verbose_name="heading")),
                ("anchor", models.CharField(max_length=255, verbose_name="anchor")),
                ("is_current", models.BooleanField(default=True, verbose_name="current")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="anchors",
                        to="blog.articlepage",
                    ),
                ),
                ("former_blocks", models.JSONField(default=list, editable=False)),
            ],
            options={
                "verbose_name": "anchor",
                "verbose_name_plural": "anchors",
                "ordering": ["article", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "anchor"), name="one_heading_an_anchor"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("article", "block_id"),
                        name="one_current_anchor_a_heading",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="articlepage",
            name="social_picture",
            field=models.ForeignKey(
                blank=True,
                help_text="Shown where the article is shared. Left empty: its infographic, or a card with its title.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="images.siteimage",
                verbose_name="picture for sharing",
            ),
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.CharField(
                        help_text="What the figure is, without the figure: “Calcium taken up with enough vitamin D”.",
                        max_length=200,
                        verbose_name="statement",
                    ),
                ),
                (
                    "nutrient",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vitamin D", "vitamin D"),
                            ("vitamin K", "vitamin K"),
                            ("calcium", "calcium"),
                            ("magnesium", "magnesium"),
                            ("zinc", "zinc"),
                            ("manganese", "manganese"),
                            ("vitamin C", "vitamin C"),
                        ],
                        help_text="Lets doses be compared with upper levels, and IU of vitamin D with µg.",
                        max_length=20,
                        verbose_name="nutrient",
                    ),
                ),
                (
                    "low",
                    models.DecimalField(
                        decimal_places=4,
                        help_text="Of a range, the lower end.",
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="value",
                    ),
                ),
                (
                    "high",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="Only for a range: 30 to 40.",
                        max_digits=14,
                        null=True,
                        verbose_name="upper end",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("µg", "µg"),
                            ("mg", "mg"),
                            ("g", "g"),
                            ("kg", "kg"),
                            ("IU", "IU"),
                            ("ml", "ml"),
                            ("l", "l"),
                            ("oz", "oz"),
                            ("kcal", "kcal"),
                            ("kJ", "kJ"),
                            ("%", "%"),
                            ("CFU", "CFU"),
                            ("capsule", "capsule"),
                            ("tablet", "tablet"),
                            ("gummy", "gummy"),
                            ("drop", "drop"),
                            ("spray", "spray"),
                            ("scoop", "scoop"),
                            ("sachet", "sachet"),
                            ("teaspoon", "teaspoon"),
                            ("tablespoon", "tablespoon"),
                            ("cup", "cup"),
                            ("glass", "glass"),
                            ("serving", "serving"),
                            ("hour", "hour"),
                            ("minute", "minute"),
                            ("day", "day"),
                            ("week", "week"),
                            ("month", "month"),
                            ("time", "time"),
                            ("step", "step"),
                            ("°C", "°C"),
                            ("°F", "°F"),
                            ("mmol", "mmol"),
                        ],
                        max_length=12,
                        verbose_name="unit",
                    ),
                ),
                (
                    "qualifier",
                    models.CharField(
                        blank=True,
                        help_text="When it holds: “with sufficient vitamin D”.",
                        max_length=120,
                        verbose_name="condition",
                    ),
                ),
                (
                    "population",
                    models.CharField(
                        blank=True,
                        help_text="In whom it was found: “women after menopause”.",
                        max_length=120,
                        verbose_name="people",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("review", "Systematic review"),
                            ("trial", "Randomised trial"),
                            ("observation", "Observational study"),
                            ("laboratory", "Laboratory or animal study"),
                            ("authority", "Recommendation of an authority"),
                            ("expert", "Expert opinion or textbook"),
                        ],
                        max_length=12,
                        verbose_name="kind of study",
                    ),
                ),
                (
                    "sources",
                    wagtail.fields.StreamField(
                        [("source", 0)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                (),
                                {"label": "Source", "target_model": "blog.Source"},
                            )
                        },
                        verbose_name="sources",
                    ),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "verify_by",
                    models.DateField(
                        blank=True,
                        help_text="After this day, articles that use it say so to editors.",
                        null=True,
                        verbose_name="check again by",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "fact",
                "verbose_name_plural": "facts",
                "ordering": ["statement", "pk"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="ProductRelation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rank",
                    models.PositiveSmallIntegerField(help_text="Lower comes first.", verbose_name="rank"),
                ),
                ("published", models.DateTimeField(verbose_name="published")),
                (
                    "mention",
                    models.CharField(
                        choices=[
                            ("callout", "callout"),
                            ("infographic", "infographic"),
                            ("inline", "in the text"),
                        ],
                        max_length=16,
                        verbose_name="strongest mention",
                    ),
                ),
                ("mentions", models.PositiveIntegerField(verbose_name="number of mentions")),
                ("section_title", models.CharField(blank=True, max_length=255, verbose_name="section")),
                (
                    "section_anchor",
                    models.CharField(blank=True, max_length=255, verbose_name="anchor of the section"),
                ),
                (
                    "section_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="minutes to read the section"),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="product_relations",
                        to="blog.articlepage",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations",
                        to="products.productpage",
                    ),
                ),
                (
                    "is_excluded",
                    models.BooleanField(default=False, verbose_name="kept off the product's list"),
                ),
            ],
            options={
                "verbose_name": "product relation",
                "verbose_name_plural": "product relations",
                "indexes": [
                    models.Index(fields=["product", "rank", "-published", "article"], name="related_articles")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "product"), name="one_relation_a_pair")
                ],
            },
        ),
        migrations.CreateModel(
            name="SidebarChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="place among the pinned"
                    ),
                ),
                ("is_excluded", models.BooleanField(default=False, verbose_name="kept off the list")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sidebar_choices",
                        to="blog.articlepage",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sidebar_choices",
                        to="products.productpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "choice for a product's list",
                "verbose_name_plural": "choices for products' lists",
                "ordering": ["product", "position", "article"],
                "constraints": [
                    models.UniqueConstraint(fields=("product", "article"), name="one_choice_a_pair")
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "trigger",
                    models.CharField(
                        choices=[("command", "command"), ("admin", "admin")],
                        max_length=16,
                        verbose_name="started by",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("mapping", "waiting for decisions"),
                            ("planned", "planned, nothing written yet"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "failed"),
                            ("undone", "undone"),
                        ],
                        default="reading",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                ("format", models.CharField(blank=True, max_length=32, verbose_name="format")),
                ("publishes", models.BooleanField(default=False, verbose_name="publishes what was public")),
                ("started_at", models.DateTimeField(auto_now_add=True, verbose_name="started")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished")),
                ("active_at", models.DateTimeField(auto_now_add=True, verbose_name="last active")),
                ("error", models.TextField(blank=True, verbose_name="error")),
                (
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="blog.blogindexpage",
                        verbose_name="journal",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ["-started_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=500, verbose_name="name")),
                ("stored", models.CharField(blank=True, max_length=200, verbose_name="stored as")),
                ("size", models.PositiveBigIntegerField(default=0, verbose_name="bytes")),
                ("format", models.CharField(blank=True, max_length=32, verbose_name="format")),
                ("error", models.TextField(blank=True, verbose_name="error")),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="blog.importrun"
                    ),
                ),
                ("is_read", models.BooleanField(default=False, verbose_name="read to its end")),
            ],
            options={
                "verbose_name": "imported file",
                "verbose_name_plural": "imported files",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=255, unique=True, verbose_name="source")),
                ("source_hash", models.CharField(max_length=64, verbose_name="digest of the source")),
                ("placed_hash", models.CharField(max_length=64, verbose_name="digest of the page as placed")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed by an import")),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="import_record",
                        to="blog.articlepage",
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked")),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("notes", models.JSONField(default=list, verbose_name="notes of the import")),
                (
                    "open_links",
                    models.JSONField(default=list, verbose_name="links to articles that are not here"),
                ),
                (
                    "path",
                    models.CharField(
                        blank=True,
                        help_text="Its path in the shop it comes from.",
                        max_length=500,
                        verbose_name="old address",
                    ),
                ),
                (
                    "was_published",
                    models.BooleanField(null=True, verbose_name="was public where it comes from"),
                ),
                (
                    "created_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="created_records",
                        to="blog.importrun",
                    ),
                ),
                ("needs", models.CharField(blank=True, max_length=200, verbose_name="still needs")),
                ("needs_of", models.PositiveIntegerField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "import record",
                "verbose_name_plural": "import records",
                "ordering": ["source"],
            },
        ),
        migrations.CreateModel(
            name="ImportItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="position")),
                ("source", models.CharField(blank=True, max_length=255, verbose_name="source")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place in its file")),
                ("title", models.CharField(blank=True, max_length=255, verbose_name="title")),
                ("content", models.JSONField(null=True, verbose_name="content")),
                ("action", models.CharField(blank=True, max_length=16, verbose_name="action")),
                ("is_chosen", models.BooleanField(default=True, verbose_name="chosen")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("read", "read"),
                            ("planned", "planned"),
                            ("done", "done"),
                            ("failed", "failed"),
                            ("undone", "undone"),
                            ("kept", "kept: it was worked on since"),
                        ],
                        default="read",
                        max_length=16,
                        verbose_name="state",
                    ),
                ),
                ("report", models.JSONField(default=dict, verbose_name="report")),
                ("error", models.TextField(blank=True, verbose_name="error")),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="blog.importfile",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="blog.articlepage",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="blog.importrun"
                    ),
                ),
                ("stored_pictures", models.JSONField(default=list, verbose_name="pictures it brought")),
            ],
            options={
                "verbose_name": "imported article",
                "verbose_name_plural": "imported articles",
                "ordering": ["run", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("run", "position"), name="one_place_in_an_import")
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("author", "author"),
                            ("tag", "tag"),
                            ("product", "product handle"),
                            ("slug", "address of an article"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("said", models.CharField(max_length=255, verbose_name="as the source says")),
                ("means", models.CharField(blank=True, max_length=255, verbose_name="means here")),
                ("decided_at", models.DateTimeField(auto_now=True, verbose_name="decided")),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "import decision",
                "verbose_name_plural": "import decisions",
                "ordering": ["kind", "said"],
                "constraints": [models.UniqueConstraint(fields=("kind", "said"), name="one_decision_a_name")],
            },
        ),
        migrations.CreateModel(
            name="MissingPicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=500, verbose_name="file name")),
                ("address", models.CharField(blank=True, max_length=2000, verbose_name="address")),
                ("alt", models.TextField(blank=True, verbose_name="alternative text")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("missing", "not here"),
                            ("failed", "could not be fetched"),
                            ("stored", "in the library, not in the article"),
                        ],
                        default="missing",
                        max_length=16,
                        verbose_name="state",
                    ),
                ),
                ("error", models.CharField(blank=True, max_length=500, verbose_name="why")),
                ("tried_at", models.DateTimeField(blank=True, null=True, verbose_name="last tried")),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="missing_pictures",
                        to="blog.importrecord",
                    ),
                ),
                ("after", models.CharField(blank=True, editable=False, max_length=36)),
                ("caption", models.TextField(blank=True, verbose_name="caption")),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="images.siteimage",
                    ),
                ),
                ("is_hero", models.BooleanField(default=False, verbose_name="leads the article")),
                ("position", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "missing picture",
                "verbose_name_plural": "missing pictures",
                "ordering": ["pk"],
                "permissions": [
                    ("fetch_pictures", "Can fetch pictures of imported articles from other hosts")
                ],
            },
        ),
        migrations.CreateModel(
            name="FetchedPicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("address", models.TextField(verbose_name="address")),
                ("fetched_at", models.DateTimeField(auto_now_add=True, verbose_name="fetched")),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="images.siteimage"
                    ),
                ),
            ],
            options={
                "verbose_name": "fetched picture",
                "verbose_name_plural": "fetched pictures",
            },
        ),
        migrations.CreateModel(
            name="SidebarSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "utm_source",
                    models.CharField(
                        blank=True,
                        help_text="Added to every link from a shop as “utm_source”. Left empty: nothing is added to links.",
                        max_length=64,
                        verbose_name="source",
                    ),
                ),
                (
                    "utm_medium",
                    models.CharField(
                        blank=True, default="related-articles", max_length=64, verbose_name="medium"
                    ),
                ),
                (
                    "utm_campaign",
                    models.CharField(
                        blank=True,
                        help_text="Left empty: the product's handle.",
                        max_length=64,
                        verbose_name="campaign",
                    ),
                ),
                (
                    "sends_to_shopify",
                    models.BooleanField(
                        default=False,
                        help_text="Into a metafield of each product, whenever its list changes. Needs the operator's access token.",
                        verbose_name="write the lists into Shopify",
                    ),
                ),
                (
                    "webhook_address",
                    models.URLField(
                        blank=True,
                        help_text="Told of each product whose list has changed. Left empty: nobody is told.",
                        max_length=2000,
                        verbose_name="address of the webhook",
                    ),
                ),
            ],
            options={
                "verbose_name": "related articles in shops",
                "verbose_name_plural": "related articles in shops",
            },
        ),
        migrations.CreateModel(
            name="ListDelivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("shopify", "Shopify"), ("webhook", "Webhook")],
                        max_length=16,
                        verbose_name="channel",
                    ),
                ),
                ("handle", models.CharField(max_length=255, verbose_name="handle")),
                ("wanted", models.CharField(max_length=64, verbose_name="list as it is")),
                (
                    "delivered",
                    models.CharField(blank=True, max_length=64, verbose_name="list as the shop has it"),
                ),
                ("delivered_at", models.DateTimeField(blank=True, null=True, verbose_name="delivered")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts since")),
                (
                    "next_attempt_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="next attempt"),
                ),
                ("error", models.TextField(blank=True, verbose_name="error")),
            ],
            options={
                "verbose_name": "list sent to a shop",
                "verbose_name_plural": "lists sent to shops",
                "ordering": ["channel", "handle"],
                "constraints": [
                    models.UniqueConstraint(fields=("channel", "handle"), name="one_delivery_a_list")
                ],
            },
        ),
    ]
