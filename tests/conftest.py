"""What every test stands on."""

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
