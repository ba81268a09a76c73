"""One log-in per group, for development."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, Group


@dataclass(frozen=True, slots=True)
class DemoUser:
    """A log-in of the demo; the password is the same on every machine and only ever used in development."""

    name: str
    group: str
    does: str

    @property
    def password(self) -> str:
        """Return the password."""
        return f"{self.name}-of-the-demo"


USERS = (
    DemoUser("editor", "Editors", "writes articles and submits them for review"),
    DemoUser("reviewer", "Reviewers", "writes, reviews and publishes articles"),
    DemoUser("catalogue", "Catalogue", "keeps the products"),
    DemoUser("importer", "Importers", "brings articles in as drafts"),
)
ADMIN = DemoUser("admin", "", "may do everything")


def make_users() -> AbstractBaseUser:
    """Make the demo's users where they are missing. Returns the one who may do everything."""
    for user in USERS:
        account = _make(user)
        account.groups.add(Group.objects.get(name=user.group))
    return _make(ADMIN, is_staff=True, is_superuser=True)


def _make(user: DemoUser, **flags: bool) -> AbstractBaseUser:
    model = get_user_model()
    account = model.objects.filter(username=user.name).first()
    return account or model.objects.create_user(
        user.name, f"{user.name}@demo.example", user.password, first_name=user.name.capitalize(), **flags
    )
