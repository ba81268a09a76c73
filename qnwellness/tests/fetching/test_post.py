"""A message goes by TLS to a checked machine, and to no other."""

import shutil
from collections.abc import Iterator

import pytest

from qnwellness.fetching import Network, NotFetched, post
from qnwellness.tests.fetching.shop import HOST, Shop, shop


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Yield a shop that answers by TLS."""
    if not shutil.which("openssl"):
        pytest.skip("there is no openssl to make a certificate with")
    with shop(tmp_path_factory.mktemp("shop")) as found:
        yield found


def send(path: str, network: Network, body: bytes = b"{}", hosts: tuple[str, ...] = (HOST,)) -> object:
    return post(
        f"https://{HOST}/{path}", body, headers={"X-Sign": "s"}, hosts=hosts, setting="HOSTS", network=network
    )


def test_what_is_sent_arrives_and_the_answer_comes_back(running: Shop) -> None:
    answer = send("echo", running.network(), b'{"a": 1}')
    assert (answer.status, answer.body) == (202, b's {"a": 1}')
    assert answer.headers["x-heard"] == "8"


def test_an_error_is_an_answer_too(running: Shop) -> None:
    assert send("error", running.network()).status == 500


def test_nobody_is_followed_elsewhere(running: Shop) -> None:
    running.asked.clear()
    assert send("moved", running.network()).status == 307
    assert len(running.asked) == 1


def test_an_answer_without_end_is_not_read_to_its_end(running: Shop) -> None:
    with pytest.raises(NotFetched, match="over 2 MB"):
        send("endless", running.network())


def test_a_host_that_is_not_on_the_list_hears_nothing(running: Shop) -> None:
    running.asked.clear()
    with pytest.raises(NotFetched, match="not on the list"):
        send("echo", running.network(), hosts=("other.example",))
    assert running.asked == []


def test_a_host_inside_our_own_network_hears_nothing(running: Shop) -> None:
    running.asked.clear()
    inside = Network(lambda host: ["10.0.0.1"], running.network().dial, running.network().context)
    with pytest.raises(NotFetched, match="private network"):
        send("echo", inside)
    assert running.asked == []
