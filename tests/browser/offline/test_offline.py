"""The site as an archive of files: a plain file server shows it whole, without a broken link, with the same figures."""

import io
from urllib.parse import unquote

import pytest
from django.core.management import call_command
from django.test import Client

from disclosures.exports.offline.known import Known
from tests.browser.conftest import import_sample
from tests.browser.offline.crawling import Crawl, plain_server

pytestmark = pytest.mark.django_db


def crawled(folder, page, *options: str) -> Crawl:
    """The archive of what is published, written and then read from the first page to the last."""
    call_command(
        "export_site", folder, *options, "--site=http://testserver", stdout=io.StringIO(), stderr=io.StringIO()
    )
    known = Known(folder)
    addresses = {entry.place: entry.address for entry in known.files()}
    known.close()
    client = Client()
    with plain_server(folder) as origin:
        crawl = Crawl(page, origin, lambda place: client.get(addresses[place]).content.decode())
        crawl.run()
    read = {path.removeprefix(f"{origin}/") for path in (*crawl.pages, *crawl.files)}
    assert {place for place in addresses if not place.startswith("static/")} <= {*map(unquote, read)}
    return crawl


def test_the_sample_is_read_from_files_alone(tmp_path, page, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    import_sample()
    crawl = crawled(tmp_path / "archive", page, "--without-english")
    assert crawl.wrong == []
    assert len(crawl.pages) > 100
