"""A real primary and its streaming standby: where pages read, how far behind they are, what each outage means."""

import logging

import psycopg
import pytest

from tests.operations import standby
from tests.operations.conftest import manage
from tests.operations.serving import ask, served, until
from tests.postgres import cluster, programs

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")

UNIT = "/units/210400-011001/"
PUBLISH = "from tests.building import published_disclosure as make; make(year={year})"
BEHIND = 2.0  # seconds within which a publication is to be seen on the standby's pages


@pytest.fixture(scope="module")
def primary():
    """A server of its own, which may be stopped, with one year published."""
    with cluster(programs()) as url:
        manage(url, "migrate")
        manage(url, "shell", "--command", PUBLISH.format(year=2023), PYTHONPATH=".")
        yield url


@pytest.fixture(scope="module")
def replica(primary):
    with standby.standby_of(primary) as url:
        yield url


@pytest.fixture(scope="module")
def site(primary, replica, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    with served(primary, folder, REPLICA_URL=replica, DATABASE_POOL="8") as address:
        yield address


def publish(url: str, year: int) -> None:
    manage(url, "shell", "--command", PUBLISH.format(year=year), PYTHONPATH=".")


def shows(site: str, year: int, query: str = "") -> bool:
    status, text = ask(f"{site}{UNIT}{query}")
    assert status == 200
    return f"{UNIT}{year}/" in text


def test_pages_read_the_standby_and_follow_it(site, primary, replica):
    """What the standby has not got is not shown, and is not missed either once it has it."""
    with psycopg.connect(replica, autocommit=True) as there:
        there.execute("SELECT pg_wal_replay_pause()")
        publish(primary, 2022)
        assert shows(site, 2023)
        assert not shows(site, 2022)
        assert not shows(site, 2022, "?anew")  # not from memory either
        there.execute("SELECT pg_wal_replay_resume()")
    until(lambda: shows(site, 2022), BEHIND)
    until(lambda: shows(site, 2022, "?anew"), BEHIND)


def test_a_publication_is_seen_soon(site, primary):
    assert shows(site, 2023)
    publish(primary, 2021)
    seconds = until(lambda: shows(site, 2021), BEHIND)
    logging.getLogger(__name__).info("seen on the standby's pages after %.2f seconds", seconds)


def test_while_the_primary_is_down_the_public_reads_on(site, primary):
    folder = standby.folder_of(primary)
    standby.stop(folder)
    try:
        assert shows(site, 2023)
        assert ask(f"{site}{UNIT}2023/tables/03/?code=20103")[0] == 200  # nobody asked before
        assert ask(f"{site}/admin/login/", Cookie="sessionid=abcdefgh")[0] == 503
    finally:
        standby.start(folder)
    until(lambda: ask(f"{site}/admin/login/", Cookie="sessionid=abcdefgh")[0] == 200, 30)
    publish(primary, 2020)
    until(lambda: shows(site, 2020), 30)  # the standby found its primary again


def test_while_the_standby_is_down_what_was_read_is_shown(site, replica):
    assert shows(site, 2023)
    folder = standby.folder_of(replica)
    standby.stop(folder)
    try:
        assert shows(site, 2023)
        assert ask(f"{site}{UNIT}2023/tables/03/?code=208")[0] == 503
        assert ask(f"{site}/admin/login/")[0] == 200
    finally:
        standby.start(folder)
    until(lambda: ask(f"{site}{UNIT}2023/tables/03/?code=208")[0] == 200, 30)


def test_public_pages_share_few_connections(site, replica):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(20) as readers:
        asked = readers.map(lambda n: ask(f"{site}{UNIT}2023/tables/03/?n={n}")[0], range(60))
        assert set(asked) == {200}
    with psycopg.connect(replica) as there:
        question = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
        assert 1 < there.execute(question).fetchone()[0] - 1 <= 8


def test_a_page_neither_writes_nor_asks_for_ever(primary):
    """What the connections of public pages refuse; on the primary too, where no replica is named."""
    said = manage(
        primary,
        "shell",
        "--command",
        "from django.db import connections\n"
        "for text in ('UPDATE publication_publicationcounter SET number = 9', 'SELECT pg_sleep(3)'):\n"
        "    try:\n"
        "        connections['public'].cursor().execute(text)\n"
        "    except Exception as error:\n"
        "        print(error)\n",
        PUBLIC_SECONDS="1",
    )
    assert "cannot execute UPDATE in a read-only transaction" in said
    assert "canceling statement due to statement timeout" in said
