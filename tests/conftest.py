"""What every test stands on."""

import os

import pytest
from django.apps import apps
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import override_settings

from disclosures.publication import triggers

# Static files are served as they stand, so that no test needs collectstatic; password hashing is made cheap.
FOR_TESTS = {
    "STORAGES": {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
}


DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup"}


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what asks the database runs: everything has run on SQLite, and the rest cannot differ.

    Nor can what a browser does with the answers.
    """
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    meeting = [item for item in items if _meets_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _meets_database(item)])
    items[:] = meeting


def _meets_database(item) -> bool:
    if "browser" in item.path.parts:
        return False
    is_marked = item.get_closest_marker("django_db") is not None
    return is_marked or bool(DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session", autouse=True)
def settings_for_tests(django_test_environment, tmp_path_factory):
    with override_settings(**FOR_TESTS, STATIC_ROOT=tmp_path_factory.mktemp("static")):
        yield


@pytest.fixture(scope="session", autouse=True)
def guards_let_tests_clean_up(django_test_environment):
    """After a test with real transactions Django empties all tables, which the guards refuse; lift them for that."""
    empty = BaseDatabaseOperations.execute_sql_flush

    def lifted(operations, sql_list):
        triggers.lift(operations.connection)
        empty(operations, sql_list)
        triggers.install(apps, operations.connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", lifted)
        yield
