"""The site as files: a plain file server shows it whole, without a broken link, with the figures of the site."""

import io
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Page

from disclosures.demo.publishing import demo
from disclosures.exports.offline.known import Known
from disclosures.exports.offline.site import MANIFEST
from tests.browser.conftest import import_sample
from tests.browser.offline.crawling import Reader, of_every_kind, plain_server
from tests.browser.offline.leading import Leading

pytestmark = pytest.mark.django_db


@dataclass
class Archive:
    """What the command wrote: the address of each file by its place, and the seconds of the processor it took."""

    folder: Path
    addresses: dict[str, str]
    seconds: float

    @property
    def size(self) -> int:
        """In bytes."""
        return sum((self.folder / place).stat().st_size for place in self.addresses)


@pytest.fixture
def archived(tmp_path, settings):
    """Writes what is published, with options of the command."""
    settings.ALLOWED_HOSTS = ["testserver"]
    folder = tmp_path / "archive"

    def write(*options: str) -> Archive:
        said, began = io.StringIO(), time.process_time()
        call_command("export_site", folder, *options, "--site=http://testserver", stdout=said, stderr=io.StringIO())
        seconds = time.process_time() - began
        known = Known(folder)
        addresses = {entry.place: entry.address for entry in known.files()}
        known.close()
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", MANIFEST], cwd=folder, check=True)
        return Archive(folder, addresses, seconds)

    return write


def read(archive: Archive, page: Page, at_least: int) -> tuple[Leading, Reader]:
    """Every link followed, and that many pages seen in the browser, of each kind one."""
    pages = {place: address for place, address in archive.addresses.items() if place.endswith(".html")}
    client = Client()
    with plain_server(archive.folder) as origin:
        leading = Leading(archive.folder)
        leading.run(origin)
        reader = Reader(page, origin, lambda place: client.get(pages[place]).content.decode())
        for place in of_every_kind(pages, at_least):
            reader.read(place)
    assert leading.wrong == []
    assert reader.wrong == []
    assert leading.pages == len(pages)
    assert {place for place in archive.addresses if not place.startswith("static/")} <= {"index.html", *leading.led}
    return leading, reader


def test_the_sample_is_read_from_files_alone(archived, page):
    import_sample()
    leading, reader = read(archived("--without-english"), page, at_least=0)
    assert leading.pages > 100
    assert reader.seen > 20


@pytest.mark.soak
def test_sixty_made_up_disclosures_are_read_from_files_alone(archived, page):
    import_sample()
    assert len(list(demo(60, seed=1))) == 60
    archive = archived()
    leading, reader = read(archive, page, at_least=150)
    print(  # noqa: T201 - the campaign's report
        f"{len(archive.addresses)} files, {leading.pages} of them pages, {archive.size >> 20} MiB, written in "
        f"{archive.seconds:.0f} s of the processor; {leading.links} links; {reader.seen} pages seen in the browser"
    )
    assert leading.pages > 3_000
    assert reader.seen >= 150
