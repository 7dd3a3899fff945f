"""The settings: what the environment may say, and what every answer of the site carries."""

import re
import runpy

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import ConnectionHandler
from django.urls import path

VARIABLES = (
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DEBUG",
    "HSTS_SECONDS",
    "HTTPS",
    "LOG_LEVEL",
    "SECRET_KEY",
    "MAIL_ALERTS",
    "MAIL_URL",
    "REPLICA_URL",
    "DATABASE_POOL",
)

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


@pytest.fixture
def read_settings(monkeypatch):
    """Read settings.py, or a part of it, as a new process with just these variables would."""

    def read(part: str = "settings.py", **environment: str) -> dict:
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(settings.BASE_DIR / "disclosures" / part))

    return read


# ---------------------------------------------------------------------------------------------------------------------
# The environment
# ---------------------------------------------------------------------------------------------------------------------


def test_by_default_the_site_is_a_local_one_with_errors_hidden(read_settings):
    read = read_settings()
    assert read["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost"]
    assert read["DEBUG"] is False
    assert read["DATABASES"]["default"]["NAME"] == str(settings.BASE_DIR / "var" / "db.sqlite3")


def test_a_public_site_without_a_secret_key_does_not_start(read_settings):
    with pytest.raises(
        ImproperlyConfigured, match=r"SECRET_KEY is not set, but ALLOWED_HOSTS \(localhost, cz\.example\)"
    ):
        read_settings(ALLOWED_HOSTS="localhost, cz.example")


def test_a_public_site_takes_its_secret_key_from_the_environment(read_settings):
    read = read_settings(ALLOWED_HOSTS="cz.example", SECRET_KEY="given")
    assert (read["SECRET_KEY"], read["ALLOWED_HOSTS"]) == ("given", ["cz.example"])
    assert read["SECRET_KEY_FALLBACKS"] == []
    assert read_settings(SECRET_KEY_FALLBACKS="older,oldest")["SECRET_KEY_FALLBACKS"] == ["older", "oldest"]


def test_a_local_site_makes_its_secret_key_once_and_for_its_owner_alone(read_settings, tmp_path):
    make = read_settings()["local_secret_key"]
    file = tmp_path / "secret_key"
    assert make(file) == make(file)
    assert len(file.read_text()) >= 50
    assert file.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [file]  # no draft is left


@pytest.mark.parametrize("name", ["DEBUG", "HTTPS"])
def test_a_switch_is_0_or_1(read_settings, name):
    assert read_settings(**{name: "1"})[name] is True
    assert read_settings(**{name: "0"})[name] is False
    with pytest.raises(ImproperlyConfigured, match=f"{name} is 'yes'; it must be 0 or 1"):
        read_settings(**{name: "yes"})


def test_readers_are_told_by_mail_only_where_that_is_switched_on_and_a_server_is_named(read_settings):
    mail = "operations/mail.py"
    assert read_settings(mail, MAIL_URL="smtp://mail.example")["MAIL_ALERTS"] is False
    read = read_settings(mail, MAIL_URL="smtps://site:wo%40rd@mail.example", MAIL_ALERTS="1")
    assert (read["MAIL_ALERTS"], read["EMAIL_HOST"], read["EMAIL_PORT"]) == (True, "mail.example", 465)
    assert (read["EMAIL_HOST_PASSWORD"], read["EMAIL_USE_SSL"]) == ("wo@rd", True)
    with pytest.raises(ImproperlyConfigured, match="MAIL_ALERTS is 1, but MAIL_URL names no server"):
        read_settings(mail, MAIL_ALERTS="1")


def test_behind_https_cookies_are_secure_and_browsers_insist(read_settings):
    read = read_settings(HTTPS="1", HSTS_SECONDS="60")
    assert read["SESSION_COOKIE_SECURE"] is read["CSRF_COOKIE_SECURE"] is read["SECURE_SSL_REDIRECT"] is True
    assert read["SECURE_HSTS_SECONDS"] == 60
    assert read_settings()["SECURE_HSTS_SECONDS"] == 0


# ---------------------------------------------------------------------------------------------------------------------
# The database
# ---------------------------------------------------------------------------------------------------------------------


def test_sqlite_at_any_address_is_opened_with_our_options(read_settings, tmp_path, django_db_blocker):
    read = read_settings(DATABASE_URL=f"sqlite:///{tmp_path}/other.sqlite3")
    connection = ConnectionHandler(read["DATABASES"])["default"]
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        try:
            pragmas = {
                name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
        finally:
            connection.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 20_000}
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_options_in_the_address_win_over_ours(read_settings, tmp_path):
    options = read_settings(DATABASE_URL=f"sqlite:///{tmp_path}/a.sqlite3?timeout=5")["DATABASES"]["default"]["OPTIONS"]
    assert options["timeout"] == 5
    assert options["transaction_mode"] == "IMMEDIATE"


def test_postgres_is_named_by_an_address_without_the_options_of_sqlite(read_settings):
    database = read_settings(DATABASE_URL="postgres://reader:secret@db.example:5433/finance")["DATABASES"]["default"]
    expected = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "finance",
        "USER": "reader",
        "PASSWORD": "secret",
        "HOST": "db.example",
        "PORT": 5433,
    }
    assert expected.items() <= database.items()
    assert not database["OPTIONS"].keys() & {"init_command", "transaction_mode"}


def test_a_server_of_postgresql_that_is_gone_without_a_word_is_given_up(read_settings):
    options = read_settings(DATABASE_URL="postgres://reader@db.example/finance")["DATABASES"]["default"]["OPTIONS"]
    silent = options["keepalives_idle"] + options["keepalives_interval"] * options["keepalives_count"]
    assert silent <= 25
    assert options["tcp_user_timeout"] <= 25_000
    assert options["options"].count("-c tcp_keepalives_") == 3  # the server looks, too


def test_the_public_reads_where_it_is_told_to_and_shares_connections(read_settings):
    url = "postgres://site@db.example/finance"
    read = read_settings(DATABASE_URL=url, REPLICA_URL="postgres://site@standby.example/finance", DATABASE_POOL="6")
    default, public = read["DATABASES"]["default"], read["DATABASES"]["public"]
    assert (default["HOST"], public["HOST"]) == ("db.example", "standby.example")
    assert [each["OPTIONS"]["pool"]["max_size"] for each in (default, public)] == [6, 6]
    assert public["OPTIONS"]["options"].endswith(" -c default_transaction_read_only=on -c statement_timeout=15s")
    assert read_settings(DATABASE_URL=url)["DATABASES"]["public"]["HOST"] == "db.example"
    assert "public" not in read_settings()["DATABASES"]


# ---------------------------------------------------------------------------------------------------------------------
# Every answer
# ---------------------------------------------------------------------------------------------------------------------


def assert_guarded(response):
    policy = response.headers["Content-Security-Policy"].rstrip("; ")
    assert {directive.strip() for directive in policy.split(";")} == POLICY
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert {"camera=()", "geolocation=()"} <= set(response.headers["Permissions-Policy"].split(", "))


def test_a_page_that_is_not_there_is_guarded_and_knows_no_visitor(admin_client):
    response = admin_client.get("/nothing-here/")  # asked with the cookies of staff
    assert response.status_code == 404
    assert_guarded(response)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def fail(request):
    raise RuntimeError


def test_an_answer_to_a_failure_is_guarded_and_in_chinese(client, settings):
    client.raise_request_exception = False
    settings.ROOT_URLCONF = (path("", fail),)
    response = client.get("/")
    assert response.status_code == 500
    assert_guarded(response)
    assert "页面出错了" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/auth/user/", "/admin/auth/user/add/", "/admin/password_change/"]
)
def test_the_admin_needs_nothing_that_the_policy_forbids(admin_client, address):
    response = admin_client.get(address)
    assert response.status_code == 200
    assert_guarded(response)
    page = response.content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
    scripts = re.findall(r"<script[^>]*>", page)
    assert all("src=" in script or "application/json" in script for script in scripts), scripts


def test_the_cookies_of_staff_stay_under_admin(client, django_user_model):
    django_user_model.objects.create_superuser("clerk", password="a long password")
    client.get("/admin/login/")
    client.post("/admin/login/?next=/admin/", {"username": "clerk", "password": "a long password"})
    assert {name: cookie["path"] for name, cookie in client.cookies.items()} == {
        "csrftoken": "/admin/",
        "sessionid": "/admin/",
    }


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("", ("", 25, "", "", False)),
        ("smtp://127.0.0.1", ("127.0.0.1", 25, "", "", False)),
        ("smtps://ju%40x:a%2Fb@mail.example.cn", ("mail.example.cn", 465, "ju@x", "a/b", True)),
        ("smtp://mail.example.cn:587", ("mail.example.cn", 587, "", "", False)),
    ],
)
def test_the_address_of_the_mail_server_says_it_all(monkeypatch, url, server):
    monkeypatch.setenv("MAIL_URL", url)
    read = runpy.run_path(str(settings.BASE_DIR / "disclosures" / "operations" / "mail.py"))
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD", "EMAIL_USE_SSL")
    assert tuple(read[name] for name in names) == server
