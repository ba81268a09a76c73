"""Build the demo."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from blog.models import ArticlePage
from products.models import ProductPage
from qnwellness.content.visibility import public
from qnwellness.demo.build import DemoError, build, is_built, warm
from qnwellness.demo.dressing import DressingError
from qnwellness.demo.forms import RefusedError
from qnwellness.demo.users import ADMIN, USERS, DemoUser, make_users


class Command(BaseCommand):
    """Translates the command line for `qnwellness.demo.build`."""

    help = "Bring the demo's content in where the site is empty; say which pages to open and how to log in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="print nothing but errors")

    def handle(self, *args: Any, **options: Any) -> None:
        tell = (lambda line: None) if options["quiet"] else (lambda line: self.stdout.write(f"  {line}"))
        if is_built():
            make_users()
            tell("There is content already; nothing was changed.")
        else:
            try:
                build(tell)
                warm(["/", *self._pages()], tell)
            except (DemoError, DressingError, RefusedError) as problem:
                raise CommandError(str(problem)) from problem
        if not options["quiet"]:
            self._guide()

    def _guide(self) -> None:
        self.stdout.write("\nPages to open:")
        for path in ["/", *self._pages()]:
            self.stdout.write(f"  {settings.SITE_URL}{path}")
        self.stdout.write(f"\nLog in at {settings.SITE_URL}/admin/ as")
        for user in (*USERS, ADMIN):
            self.stdout.write(f"  {user.name:<10} {_password(user):<24} {user.does}")

    def _pages(self) -> list[str]:
        article = public(ArticlePage.objects.all()).order_by("-published_at").first()
        product = public(ProductPage.objects.all()).order_by("title").first()
        return [page.url for page in (article, product) if page] + ["/blog/", "/products/"]


def _password(user: DemoUser) -> str:
    """Return the password to print; one that was changed since is not known."""
    account = get_user_model().objects.filter(username=user.name).first()
    return user.password if account and account.check_password(user.password) else "(your own)"
