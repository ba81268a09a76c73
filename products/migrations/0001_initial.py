import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import products.gtin
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("images", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProductIndexPage",
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
                "verbose_name": "product list",
                "verbose_name_plural": "product lists",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ProductPage",
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
                    "handle",
                    models.CharField(
                        blank=True,
                        help_text="The product's key in the shop: the last part of its address there. It never changes.",
                        max_length=255,
                        null=True,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(?:-[a-z0-9]+)*$",
                                "A handle is made of lower-case letters, digits and single hyphens, as in “bone-essential”.",
                            )
                        ],
                        verbose_name="handle",
                    ),
                ),
                ("sku", models.CharField(blank=True, db_index=True, max_length=64, verbose_name="SKU")),
                (
                    "gtin",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="The number under the barcode: 8, 12, 13 or 14 digits.",
                        max_length=14,
                        validators=[products.gtin.validate_gtin],
                        verbose_name="GTIN",
                    ),
                ),
                (
                    "summary",
                    models.CharField(
                        blank=True,
                        help_text="One sentence, shown on cards and under the name.",
                        max_length=255,
                        verbose_name="summary",
                    ),
                ),
                ("description", wagtail.fields.RichTextField(blank=True, verbose_name="description")),
                (
                    "price",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=9,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="price",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        default="SGD",
                        max_length=3,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{3}$", "A currency is three capital letters (ISO 4217), as in “SGD”."
                            )
                        ],
                        verbose_name="currency",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("live", "Live: can be bought"),
                            ("out_of_stock", "Out of stock: shown, cannot be bought"),
                            ("discontinued", "Discontinued: shown without price"),
                            ("hidden", "Hidden: shown nowhere"),
                        ],
                        db_index=True,
                        default="live",
                        max_length=16,
                        verbose_name="state",
                    ),
                ),
                (
                    "purchase_url",
                    models.URLField(
                        blank=True,
                        help_text="Where the shop sells it. Without one there is no button.",
                        verbose_name="purchase address",
                    ),
                ),
                (
                    "allergens",
                    models.CharField(
                        blank=True,
                        help_text="What it contains or may contain, in one sentence. Left empty: nothing is said of allergens.",
                        max_length=255,
                        verbose_name="allergens",
                    ),
                ),
                (
                    "cautions",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Who should ask a doctor first, and why.",
                        verbose_name="cautions",
                    ),
                ),
                ("directions", wagtail.fields.RichTextField(blank=True, verbose_name="directions")),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        help_text="What one takes: “Capsules”, “Powder”, “Drops”.",
                        max_length=64,
                        verbose_name="form",
                    ),
                ),
                (
                    "portion",
                    models.CharField(
                        blank=True,
                        help_text="What the amounts hold for: “3 capsules”.",
                        max_length=64,
                        verbose_name="daily portion",
                    ),
                ),
                (
                    "replacement",
                    models.ForeignKey(
                        blank=True,
                        help_text="Once it is discontinued, articles show this product in its place.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="replaces",
                        to="products.productpage",
                        verbose_name="replaced by",
                    ),
                ),
                ("suitability", models.JSONField(blank=True, default=list, verbose_name="suitable for")),
            ],
            options={
                "verbose_name": "product",
                "verbose_name_plural": "products",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ProductImage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="images.siteimage",
                        verbose_name="picture",
                    ),
                ),
                (
                    "product",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="images",
                        to="products.productpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OtherName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                (
                    "product",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="other_names",
                        to="products.productpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "other name",
                "verbose_name_plural": "other names",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Shop",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "link_target",
                    models.CharField(
                        choices=[
                            ("page", "Our product page"),
                            ("shop", "The shop, where a product has an address there"),
                        ],
                        default="page",
                        help_text="With the shop, search engines are told that the shop's page of a product is the one to find.",
                        max_length=8,
                        verbose_name="links to products lead to",
                    ),
                ),
                (
                    "utm_source",
                    models.CharField(
                        blank=True,
                        help_text="Added to every link to the shop as “utm_source”. Left empty: nothing is added to links.",
                        max_length=64,
                        verbose_name="source",
                    ),
                ),
                (
                    "utm_medium",
                    models.CharField(blank=True, default="article", max_length=64, verbose_name="medium"),
                ),
                (
                    "utm_campaign",
                    models.CharField(
                        blank=True,
                        help_text="Left empty: the article's own address part.",
                        max_length=64,
                        verbose_name="campaign",
                    ),
                ),
                (
                    "feed_address",
                    models.URLField(
                        blank=True,
                        help_text="Where the shop publishes its products. Its host must be on the operator's list.",
                        max_length=2000,
                        verbose_name="address of the feed",
                    ),
                ),
                (
                    "is_scheduled",
                    models.BooleanField(
                        default=False,
                        help_text="Prices are then shown only as long as the catalogue is as fresh as said below.",
                        verbose_name="fetched regularly",
                    ),
                ),
                (
                    "price_hours",
                    models.PositiveIntegerField(
                        default=24,
                        help_text="Since the catalogue last confirmed it. An older price is not shown.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="hours a price is good for",
                    ),
                ),
            ],
            options={
                "verbose_name": "shop",
                "verbose_name_plural": "shop",
            },
        ),
        migrations.CreateModel(
            name="Ingredient",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        help_text="For example “L-aspartate” or “root extract”.",
                        max_length=255,
                        verbose_name="form",
                    ),
                ),
                (
                    "amount",
                    models.CharField(
                        blank=True, help_text="With its unit: “500 mg”.", max_length=64, verbose_name="amount"
                    ),
                ),
                (
                    "product",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ingredients",
                        to="products.productpage",
                    ),
                ),
                (
                    "provides",
                    models.CharField(
                        blank=True,
                        help_text="Where the amount is that of a salt or an extract: how much of the nutrient it provides, “120 mg”. The share of the reference value is counted from this.",
                        max_length=64,
                        verbose_name="of which the nutrient itself",
                    ),
                ),
            ],
            options={
                "verbose_name": "ingredient",
                "verbose_name_plural": "ingredients",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CatalogueRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("said", models.JSONField(default=dict, verbose_name="what the shop said")),
                ("unplaced", models.JSONField(default=dict, verbose_name="columns without a field")),
                ("seen_at", models.DateTimeField(verbose_name="last in a catalogue")),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="missing from the catalogue since"
                    ),
                ),
                (
                    "product",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="catalogue_record",
                        to="products.productpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "catalogue record",
                "verbose_name_plural": "catalogue records",
            },
        ),
        migrations.CreateModel(
            name="Variant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "name",
                    models.CharField(
                        help_text="What tells it from the others: “60 capsules”, “Powder, 250 g”.",
                        max_length=255,
                        verbose_name="name",
                    ),
                ),
                ("sku", models.CharField(blank=True, db_index=True, max_length=64, verbose_name="SKU")),
                (
                    "gtin",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        max_length=14,
                        validators=[products.gtin.validate_gtin],
                        verbose_name="GTIN",
                    ),
                ),
                (
                    "price",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=9,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="price",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("live", "Live: can be bought"),
                            ("out_of_stock", "Out of stock: shown, cannot be bought"),
                            ("hidden", "Hidden: shown nowhere"),
                        ],
                        default="live",
                        max_length=16,
                        verbose_name="state",
                    ),
                ),
                (
                    "purchase_url",
                    models.URLField(
                        blank=True,
                        help_text="Left empty: the product's own.",
                        verbose_name="purchase address",
                    ),
                ),
                (
                    "product",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="variants",
                        to="products.productpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "variant",
                "verbose_name_plural": "variants",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FormerKey",
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
                        choices=[("handle", "handle"), ("name", "name")], max_length=8, verbose_name="kind"
                    ),
                ),
                ("value", models.CharField(max_length=255, verbose_name="value")),
                ("until", models.DateTimeField(auto_now_add=True, verbose_name="until")),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_keys",
                        to="products.productpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "former key",
                "verbose_name_plural": "former keys",
                "ordering": ["-until", "-pk"],
                "indexes": [models.Index(fields=["kind", "value"], name="former_keys")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("product", "kind", "value"), name="one_former_key_of_a_kind"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CatalogueRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=2000, verbose_name="file or address")),
                ("format", models.CharField(blank=True, max_length=32, verbose_name="format")),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("command", "command"),
                            ("upload", "upload"),
                            ("fetch", "fetched from its address"),
                        ],
                        max_length=16,
                        verbose_name="started by",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned, nothing written yet"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "failed"),
                        ],
                        default="planned",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "is_full",
                    models.BooleanField(
                        default=False,
                        help_text="Products that are missing from it are withdrawn.",
                        verbose_name="all products",
                    ),
                ),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="digest of the file")),
                ("file", models.FileField(blank=True, upload_to="catalogues", verbose_name="file")),
                ("started_at", models.DateTimeField(auto_now_add=True, verbose_name="started")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished")),
                ("total", models.PositiveIntegerField(default=0, verbose_name="products")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="products done")),
                ("counts", models.JSONField(default=dict, verbose_name="counts by action")),
                ("report", models.JSONField(default=list, verbose_name="report")),
                ("error", models.TextField(blank=True, verbose_name="error")),
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
                (
                    "may_withdraw_many",
                    models.BooleanField(
                        default=False,
                        help_text="Without this a catalogue that lacks more than half of all products withdraws none.",
                        verbose_name="many may be withdrawn",
                    ),
                ),
            ],
            options={
                "verbose_name": "catalogue run",
                "verbose_name_plural": "catalogue runs",
                "ordering": ["-started_at", "-pk"],
            },
        ),
    ]
