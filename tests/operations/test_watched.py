"""What machines are told of the site, and what the log tells of a request."""

import io
import json
import logging
import logging.config
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.backends.utils import CursorWrapper
from prometheus_client.parser import text_string_to_metric_families

from disclosures.audit.models import Change
from disclosures.operations.watched.logs import logging_of
from disclosures.publication.models import PublicationCounter
from disclosures.serving.asking import Answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def away(monkeypatch):
    """Every question to the database fails."""

    def execute(*args, **kwargs):
        raise DatabaseError

    def take_away():
        monkeypatch.setattr(CursorWrapper, "execute", execute)
        monkeypatch.setattr(connection, "close", lambda: None)

    return take_away


@pytest.mark.parametrize("address", ["/alive", "/ready"])
def test_a_machine_asks_by_any_name_and_without_tls(address, client, settings):
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, ["juesuan.example.cn"]
    answer = client.get(address, HTTP_HOST="10.0.0.7:8000")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_site_without_its_database_lives_but_is_not_ready(client, away):
    assert client.get("/ready").json() == {"reads": True, "writes": True}
    away()
    assert client.get("/alive").status_code == 200
    answer = client.get("/ready")
    assert (answer.status_code, answer.json()) == (503, {"reads": False, "writes": False})


@pytest.mark.parametrize("address", ["/alive", "/ready", "/metrics"])
def test_nothing_of_it_is_kept_in_front(address, client, settings):
    from disclosures.serving.keeping.kept import kept_of

    settings.METRICS = True
    answer = client.get(address)
    headers = [(name.lower(), value) for name, value in answer.items()]
    assert kept_of(Answer(200, headers, answer.content), 1) is None


def figures(client) -> dict[str, float]:
    families = text_string_to_metric_families(client.get("/metrics").content.decode())
    samples = [sample for family in families for sample in family.samples]
    return {" ".join((sample.name, *sample.labels.values())): sample.value for sample in samples}


def test_prometheus_is_told_what_was_answered_and_what_waits(client, settings, published_2023):
    settings.METRICS = True
    before = figures(client)
    assert client.get("/glossary/").status_code == 200
    assert client.get("/nowhere/").status_code == 404
    assert client.get("/admin/login/").status_code == 200
    after = figures(client)
    for name in ("public 200", "public 404", "staff 200"):
        assert after[f"site_answers_total {name}"] == before.get(f"site_answers_total {name}", 0) + 1
    assert after["site_publication_number default"] == PublicationCounter.current() > 0
    assert after["site_database_up default"] == 1
    assert after["site_waiting_tasks"] == after["site_overdue_publications"] == 0


def test_prometheus_is_told_that_the_database_is_away(client, settings, away):
    settings.METRICS = True
    away()
    assert figures(client)["site_database_up default"] == 0


def test_strangers_are_told_no_figures_unless_somebody_says_so(client):
    assert client.get("/metrics").status_code == 404


def test_processes_that_share_a_folder_are_counted_together(tmp_path):
    """As the workers of one server are."""
    count = (
        "import django; django.setup()\n"
        "from disclosures.operations.watched.metrics import ANSWERS, exposition\n"
        "ANSWERS.labels('public', 200).inc()\n"
        "print(exposition().decode())"
    )
    environment = {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "disclosures.settings"}
    for total in ("1.0", "2.0"):
        done = subprocess.run(
            [sys.executable, "-c", count],
            cwd=settings.BASE_DIR,
            env=environment | {"DATABASE_URL": "sqlite://"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert f'site_answers_total{{kind="public",status="200"}} {total}' in done.stdout


# ---------------------------------------------------------------------------------------------------------------------
# The log
# ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def logged():
    """What the log says from now on, as a program reads it."""
    said, before = io.StringIO(), logging.root.handlers[:]
    described = logging_of("json", "INFO")
    described["handlers"]["stderr"]["stream"] = said
    logging.config.dictConfig(described)
    yield lambda: [json.loads(line) for line in said.getvalue().splitlines()]
    logging.config.dictConfig(settings.LOGGING)
    logging.root.handlers[:] = before


def test_each_request_has_a_line_with_its_number(client, logged):
    answer = client.get("/admin/login/")
    (line,) = [line for line in logged() if line["name"] == "site.requests"]
    assert line["request_number"] == answer.headers["X-Request-ID"]
    assert (line["path"], line["status"], line["level"]) == ("/admin/login/", 200, "INFO")
    assert "X-Request-ID" not in client.get("/glossary/").headers


def test_what_goes_wrong_during_a_request_bears_its_number(client, logged):
    client.get("/nowhere/")
    lines = logged()
    assert {line["name"] for line in lines} >= {"site.requests", "django.request"}
    assert len({line["request_number"] for line in lines}) == 1


def test_the_number_of_a_proxy_of_ours_is_taken_and_that_of_a_stranger_is_not(client, settings):
    number = "0123456789abcdef0123456789abcdef"
    settings.TRUSTED_PROXIES = 1
    assert client.get("/admin/login/", HTTP_X_REQUEST_ID=number).headers["X-Request-ID"] == number
    assert client.get("/admin/login/", HTTP_X_REQUEST_ID="a\tb").headers["X-Request-ID"] != "a\tb"
    settings.TRUSTED_PROXIES = 0
    assert client.get("/admin/login/", HTTP_X_REQUEST_ID=number).headers["X-Request-ID"] != number


def test_the_log_of_changes_bears_the_same_number(client):
    answer = client.post("/admin/login/", {"username": "wang", "password": "wrong"})
    assert Change.objects.latest("pk").request == answer.headers["X-Request-ID"]
