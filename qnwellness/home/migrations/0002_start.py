"""What every new site starts from: home, journal, products, menus, groups, and review before publishing."""

import json
from uuid import uuid4

from django.db import migrations

PAGE_PERMISSIONS = {
    # group -> (section, what its members may do there)
    "Editors": ("journal", ["add_page", "change_page"]),
    "Reviewers": ("journal", ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]),
    "Catalogue": ("products", ["add_page", "change_page", "publish_page"]),
    "Importers": ("journal", ["add_page", "change_page"]),
}
KEEPS_EVIDENCE = [
    ("blog", model, f"{verb}_{model}") for model in ("source", "fact") for verb in ("view", "add", "change")
]
MODEL_PERMISSIONS = {
    # group -> permissions (app label, model, codename) beyond access to the admin
    "Editors": [("blog", "author", "view_author"), *KEEPS_EVIDENCE],
    "Reviewers": [
        *[("blog", "author", f"{verb}_author") for verb in ("view", "add", "change", "delete")],
        *KEEPS_EVIDENCE,
        ("blog", "source", "delete_source"),
        ("blog", "fact", "delete_fact"),
        ("content", "sitetexts", "change_sitetexts"),
    ],
    "Catalogue": [
        ("products", "shop", "change_shop"),
        *[("products", "cataloguerun", f"{verb}_cataloguerun") for verb in ("view", "add")],
    ],
    "Importers": [
        ("blog", "author", "view_author"),
        *KEEPS_EVIDENCE,
        ("blog", "missingpicture", "fetch_pictures"),
    ],
}
PICTURE_PERMISSIONS = ["add_image", "choose_image"]
WORKFLOW = "Review before publishing"


def make_pages(apps, schema_editor):
    """Replace Wagtail's welcome page by a home page with a journal and a product list."""
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Page.objects.filter(depth=2).delete()
    Page.objects.filter(depth=1).update(numchild=1)
    home = _make_page(apps, "home", "HomePage", "QN Wellness", "home", "00010001", "/home/", 2)
    _make_page(apps, "blog", "BlogIndexPage", "Journal", "blog", "000100010001", "/home/blog/", 0)
    _make_page(
        apps, "products", "ProductIndexPage", "Products", "products", "000100010002", "/home/products/", 0
    )
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page_id": home.pk, "site_name": "QN Wellness"},
    )


def make_menus(apps, schema_editor):
    """Lead to the journal and the products from the top and the bottom of every page."""
    sections = [
        apps.get_model("blog", "BlogIndexPage").objects.get(),
        apps.get_model("products", "ProductIndexPage").objects.get(),
    ]
    for site in apps.get_model("wagtailcore", "Site").objects.all():
        apps.get_model("content", "SiteTexts").objects.create(
            site=site, header_menu=_menu(sections), footer_menu=_menu(sections)
        )


def make_groups(apps, schema_editor):
    """Make the four groups; Wagtail's own two are taken away or given these permissions instead."""
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()
    sections = {
        "journal": apps.get_model("blog", "BlogIndexPage").objects.get(),
        "products": apps.get_model("products", "ProductIndexPage").objects.get(),
    }
    for name, (section, codenames) in PAGE_PERMISSIONS.items():
        group = Group.objects.create(name=name)
        group.permissions.add(_permission(apps, "wagtailadmin", "admin", "access_admin"))
        group.permissions.add(*(_permission(apps, *permission) for permission in MODEL_PERMISSIONS[name]))
        _allow_pictures(apps, group)
        for codename in codenames:
            apps.get_model("wagtailcore", "GroupPagePermission").objects.create(
                group=group,
                page_id=sections[section].pk,
                permission=_permission(apps, "wagtailcore", "page", codename),
            )


def make_workflow(apps, schema_editor):
    """Have articles of editors approved by reviewers."""
    Workflow = apps.get_model("wagtailcore", "Workflow")
    Workflow.objects.all().delete()
    apps.get_model("wagtailcore", "Task").objects.all().delete()
    task = apps.get_model("wagtailcore", "GroupApprovalTask").objects.create(
        name="Review", active=True, content_type=_content_type(apps, "wagtailcore", "groupapprovaltask")
    )
    task.groups.add(apps.get_model("auth", "Group").objects.get(name="Reviewers"))
    workflow = Workflow.objects.create(name=WORKFLOW, active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(
        workflow=workflow, task_id=task.pk, sort_order=0
    )
    journal = apps.get_model("blog", "BlogIndexPage").objects.get()
    apps.get_model("wagtailcore", "WorkflowPage").objects.create(workflow=workflow, page_id=journal.pk)


def _menu(pages):
    entries = [
        {"id": str(uuid4()), "type": "page", "value": {"page": page.pk, "label": ""}} for page in pages
    ]
    return json.dumps(entries)


def _make_page(apps, app_label, model, title, slug, path, url_path, numchild):
    return apps.get_model(app_label, model).objects.create(
        title=title,
        draft_title=title,
        slug=slug,
        path=path,
        depth=len(path) // 4,
        numchild=numchild,
        url_path=url_path,
        live=True,
        content_type=_content_type(apps, app_label, model.lower()),
        locale=apps.get_model("wagtailcore", "Locale").objects.first(),
    )


def _allow_pictures(apps, group):
    root = apps.get_model("wagtailcore", "Collection").objects.order_by("path").first()
    for codename in PICTURE_PERMISSIONS:
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.create(
            group=group, collection=root, permission=_permission(apps, "wagtailimages", "image", codename)
        )


def _content_type(apps, app_label, model):
    content_types = apps.get_model("contenttypes", "ContentType").objects
    return content_types.get_or_create(app_label=app_label, model=model)[0]


def _permission(apps, app_label, model, codename):
    # Django makes permissions after all migrations; a group needs them now.
    verb, _, rest = codename.partition("_")
    permission, _created = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=_content_type(apps, app_label, model),
        codename=codename,
        defaults={"name": f"Can {verb} {rest}".strip()},
    )
    return permission


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("blog", "0001_initial"),
        ("content", "0001_initial"),
        ("products", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.RunPython(make_pages, migrations.RunPython.noop),
        migrations.RunPython(make_menus, migrations.RunPython.noop),
        migrations.RunPython(make_groups, migrations.RunPython.noop),
        migrations.RunPython(make_workflow, migrations.RunPython.noop),
    ]
