"""What is said when an answer could not be made."""

import pytest
from django.db import InterfaceError, OperationalError

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OperationalError("database is locked"), 503, "几秒钟"),
        (InterfaceError("connection already closed"), 503, "几秒钟"),
        (ValueError("a mistake of ours"), 500, "已经记录下来"),
    ],
)
def test_a_database_that_is_away_is_told_apart_from_a_mistake_of_ours(client, monkeypatch, error, status, words):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr("disclosures.publication.caching.site_state", fail)
    client.raise_request_exception = False
    answer = client.get("/glossary/")
    assert (answer.status_code, answer.headers.get("Retry-After")) == (status, "5" if status == 503 else None)
    assert words in answer.content.decode()
    assert "Traceback" not in answer.content.decode()
