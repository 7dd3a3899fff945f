"""What every test stands on."""

import io
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import TransactionTestCase, override_settings
from pytest_django.plugin import blocking_manager_key

from disclosures.audit import guarding
from disclosures.publication.guarding import triggers
from tests.building import published_disclosure
from tests.once import KEPT, in_rows, makers_of, once
from tests.roles import acting_as_the_site, as_owner, owner  # noqa: F401  # a fixture
from tests.signed_in import StaffClient

# Static files are served as they stand, so that no test needs collectstatic; password hashing is made cheap.
FOR_TESTS = {
    "STORAGES": {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
}


# A test sees what it has not committed only on its own connection, and public pages would have another.
settings.DATABASES.pop("public", None)

_PATIENCE = 100  # times a tenth of a second
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup"}


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what asks the database runs: everything has run on SQLite, and the rest cannot differ.

    Nor can what a browser does with the answers.
    """
    items[:] = in_rows(items)
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    meeting = [item for item in items if _meets_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _meets_database(item)])
    items[:] = meeting


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item, nextitem):
    """What was saved once goes before a test that begins with something else."""
    done = yield
    with item.config.stash[blocking_manager_key].unblock():
        KEPT.keep_for(makers_of(nextitem) if nextitem else ())
    return done


def _meets_database(item) -> bool:
    if "browser" in item.path.parts:
        return False
    is_marked = item.get_closest_marker("django_db") is not None
    return is_marked or bool(DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session", autouse=True)
def settings_for_tests(django_test_environment, tmp_path_factory):
    folders = {name: tmp_path_factory.mktemp(name.lower()) for name in ("STATIC_ROOT", "PAGES_DIR", "KEPT_DIR")}
    with override_settings(**FOR_TESTS, **folders):
        yield


def lift_all(connection) -> None:
    """Lift the guards of revisions, and those of the log, which nothing in the package lifts."""
    triggers.lift(connection)
    with connection.cursor() as cursor:
        for statement in guarding.STATEMENTS[connection.vendor]:
            if statement.startswith("DROP TRIGGER"):
                cursor.execute(statement)


def lift_when_free(connection) -> None:
    """Lift the guards once the server of the test has answered its last request: shared memory waits for nobody."""
    for _ in range(_PATIENCE):
        try:
            return lift_all(connection)
        except OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(0.1)
    return lift_all(connection)


@pytest.fixture(scope="session", autouse=True)
def guards_let_tests_clean_up(django_test_environment):
    """After a test with real transactions Django empties all tables, which the guards refuse; lift them for that."""
    empty = BaseDatabaseOperations.execute_sql_flush

    def lifted(operations, sql_list):
        lift_when_free(operations.connection)
        empty(operations, sql_list)
        triggers.install(apps, operations.connection)
        guarding.install(operations.connection)

    tear_down = TransactionTestCase._fixture_teardown

    def by_the_owner(test):
        with as_owner():
            tear_down(test)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", lifted)
        patch.setattr(TransactionTestCase, "_fixture_teardown", by_the_owner)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """pytest-django's own; on PostgreSQL all that follows is done by a role that owns nothing."""
    if connection.vendor != "postgresql":
        yield
        return
    acting = acting_as_the_site()
    with django_db_blocker.unblock():
        acting.__enter__()
    yield
    with django_db_blocker.unblock():
        acting.__exit__(None, None, None)


@pytest.fixture(scope="session")
def migrated(request, tmp_path_factory) -> Path:
    """The file of a database as `migrate` leaves it, for processes that need one of their own; to be copied.

    It is what the tests have in memory, which is asked for here and not among the arguments: a test that needs the
    file alone does not meet the database of the tests.
    """
    request.getfixturevalue("django_db_setup")
    file = tmp_path_factory.mktemp("migrated") / "site.sqlite3"
    with request.getfixturevalue("django_db_blocker").unblock(), closing(sqlite3.connect(file)) as copy:
        KEPT.drop()
        connection.ensure_connection()
        if not connection.introspection.table_names():  # no test of this run meets the database
            call_command("migrate", verbosity=0)
        connection.connection.backup(copy)
    return file


@pytest.fixture
def data_of_the_test(request, django_db_setup, django_db_blocker):
    """What the test begins with, saved before its own transaction begins."""
    with django_db_blocker.unblock():
        KEPT.make(makers_of(request.node))


@pytest.fixture
def _django_db_helper(data_of_the_test, _django_db_helper):
    """pytest-django's own, by which every test gets the database."""


@pytest.fixture
def client() -> StaffClient:
    """In place of pytest-django's, so that `force_login` is a sign-in by every step."""
    return StaffClient()


@pytest.fixture
def admin_client(admin_user) -> StaffClient:
    client = StaffClient()
    client.force_login(admin_user)
    return client


@once
def published_2023():
    """A disclosure of 2023 with all parts, published."""
    return published_disclosure()


@once
def code_lists():
    """The official code lists, loaded."""
    call_command("load_codes", stdout=io.StringIO())
