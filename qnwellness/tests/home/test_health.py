import pytest
from django.db import InterfaceError, OperationalError


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_readyz_says_when_the_database_does_not_answer(client, monkeypatch, error):
    def gone(*args):
        raise error("the connection is closed")

    monkeypatch.setattr("qnwellness.home.health.MigrationExecutor", gone)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "database" in response.json()["reason"]
