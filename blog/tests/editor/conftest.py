"""Who asks for a review."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client


@pytest.fixture
def log_in(client: Client) -> Callable[[str], Client]:
    """Return a function that logs somebody of a group in."""

    def log_in_as(group: str) -> Client:
        user = get_user_model().objects.create_user(group.lower(), password="x")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return log_in_as


@pytest.fixture
def editor(log_in: Callable[[str], Client]) -> Client:
    """Return the browser of an editor."""
    return log_in("Editors")
