"""Which requests read for the public, and for how long a thread does."""

import pytest
from django.db import DEFAULT_DB_ALIAS, connections
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import path

from disclosures.operations.reading import PUBLIC, PublicReading, for_the_public, reading_database
from disclosures.statements.models import Unit


@pytest.fixture
def replica(monkeypatch):
    """A second alias is known; nothing is asked of it."""
    monkeypatch.setitem(connections.databases, PUBLIC, connections.databases[DEFAULT_DB_ALIAS])


def named(request):
    return HttpResponse(reading_database())


def named_later(request):
    return StreamingHttpResponse(_pieces())


def _pieces():
    yield reading_database()


urlpatterns = [path("page/", named), path("file/", named_later), path("admin/page/", named)]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
@pytest.mark.parametrize(("address", "alias"), [("/page/", PUBLIC), ("/file/", PUBLIC), ("/admin/page/", "default")])
def test_pages_and_files_read_for_the_public_and_staff_do_not(address, alias, client, replica):
    answer = client.get(address)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert content.decode() == alias
    answer.close()
    assert reading_database() == DEFAULT_DB_ALIAS


def test_without_a_second_database_there_is_one():
    with for_the_public():
        assert reading_database() == DEFAULT_DB_ALIAS


def test_nothing_is_written_or_migrated_where_the_public_reads(replica):
    router, read = PublicReading(), Unit()
    read._state.db = PUBLIC
    with for_the_public():
        assert router.db_for_read(Unit) == PUBLIC
        assert router.db_for_write(Unit) == router.db_for_write(Unit, instance=read) == DEFAULT_DB_ALIAS
    assert not router.allow_migrate(PUBLIC, "statements")
    assert router.allow_migrate(DEFAULT_DB_ALIAS, "statements")
