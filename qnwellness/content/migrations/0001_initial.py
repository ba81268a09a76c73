import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("images", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailcore", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="SiteTexts",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tagline",
                    models.CharField(
                        blank=True,
                        default="Plant-based supplements, and what is known about them.",
                        help_text="Shown at the bottom of every page.",
                        max_length=160,
                        verbose_name="line under the name",
                    ),
                ),
                (
                    "interest",
                    models.CharField(
                        default="By the company that makes the products named here",
                        help_text="Shown in the byline of every article that names a product, before the first mention.",
                        max_length=200,
                        verbose_name="disclosure",
                    ),
                ),
                (
                    "disclaimer",
                    models.TextField(
                        default="What is written here informs; it does not replace the advice of a doctor or pharmacist. Food supplements are no substitute for a varied diet, and are not meant to diagnose, treat, cure or prevent any disease.",
                        help_text="Shown at the end of every article, and at the bottom of every other page.",
                        verbose_name="health disclaimer",
                    ),
                ),
                (
                    "header_menu",
                    wagtail.fields.StreamField(
                        [("page", 2), ("address", 5)],
                        blank=True,
                        block_lookup={
                            0: ("qnwellness.content.menus.PageReferenceBlock", (), {"label": "Page"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Left empty: its title.",
                                    "label": "Label",
                                    "max_length": 40,
                                    "required": False,
                                },
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("page", 0), ("label", 1)]], {}),
                            3: ("wagtail.blocks.URLBlock", (), {"label": "Address"}),
                            4: ("wagtail.blocks.CharBlock", (), {"label": "Label", "max_length": 40}),
                            5: ("wagtail.blocks.StructBlock", [[("address", 3), ("label", 4)]], {}),
                        },
                        help_text="Left empty: the pages right below the home page. The search is always there.",
                        verbose_name="menu at the top",
                    ),
                ),
                (
                    "footer_menu",
                    wagtail.fields.StreamField(
                        [("page", 2), ("address", 5)],
                        blank=True,
                        block_lookup={
                            0: ("qnwellness.content.menus.PageReferenceBlock", (), {"label": "Page"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Left empty: its title.",
                                    "label": "Label",
                                    "max_length": 40,
                                    "required": False,
                                },
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("page", 0), ("label", 1)]], {}),
                            3: ("wagtail.blocks.URLBlock", (), {"label": "Address"}),
                            4: ("wagtail.blocks.CharBlock", (), {"label": "Label", "max_length": 40}),
                            5: ("wagtail.blocks.StructBlock", [[("address", 3), ("label", 4)]], {}),
                        },
                        help_text="Left empty: the same as at the top.",
                        verbose_name="menu at the bottom",
                    ),
                ),
                (
                    "how_we_write",
                    models.ForeignKey(
                        blank=True,
                        help_text="The page that says how articles are made. Every article links to it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="“How we write”",
                    ),
                ),
                (
                    "mistakes",
                    models.ForeignKey(
                        blank=True,
                        help_text="The page that says how to reach the editors. Every article links to it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="“Tell us of a mistake”",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False, on_delete=django.db.models.deletion.CASCADE, to="wagtailcore.site"
                    ),
                ),
                (
                    "social_picture",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown where a page without a picture of its own is shared. 1200 by 630 pixels.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="images.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "texts and menus",
                "verbose_name_plural": "texts and menus",
            },
        ),
    ]
