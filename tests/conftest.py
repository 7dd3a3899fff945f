"""What every test stands on."""

import pytest
from django.test import override_settings

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
