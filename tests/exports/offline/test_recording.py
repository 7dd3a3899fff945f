"""The web archive: read back by its library, every digest right, every page there as the site answers it."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from warcio.archiveiterator import ArchiveIterator

from disclosures.exports.offline.known import Known
from disclosures.exports.offline.site import Export
from tests.exports.as_a_server import connection_stays

pytestmark = pytest.mark.django_db

ORIGIN = "http://testserver"
UNIT = f"{ORIGIN}/units/210400-011001"


@pytest.fixture(autouse=True)
def own_name(settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    with connection_stays():
        yield


def export(folder, warc) -> None:
    """Without the code lists, forms name codes that have no page: the command ends by saying so."""
    options = ("--without-english", f"--site={ORIGIN}", f"--warc={warc}")
    with pytest.raises(CommandError, match="个网址没有答出文件"):
        call_command("export_site", folder, *options, stdout=io.StringIO(), stderr=io.StringIO())


def answers(warc) -> dict:
    """Status, headers and body of each answer by its address, which it has once; digests are compared."""
    found: dict = {}
    with warc.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            if record.rec_type == "response":
                uri = record.rec_headers["WARC-Target-URI"]
                assert uri not in found
                assert record.rec_headers["WARC-Payload-Digest"].startswith("sha1:")
                found[uri] = record.http_headers.get_statuscode(), record.http_headers, record.content_stream().read()
    return found


def test_every_page_is_there_as_the_site_answers_it(tmp_path, published_2023):
    folder, warc = tmp_path / "archive", tmp_path / "site.warc.gz"
    export(folder, warc)
    found = answers(warc)
    known = Known(folder)
    addresses = [entry.address for entry in known.files()]
    known.close()
    assert len(addresses) > 200
    assert {ORIGIN + address for address in addresses} <= found.keys()
    assert found[f"{ORIGIN}/codes/function/202/"][0] == "404"
    for address in (
        UNIT + "/2023/",
        UNIT + "/2023.r1/tables/03/",
        UNIT + "/2023/tables/03.csv",
        UNIT + "/2023/checks/",
    ):
        status, headers, body = found[address]
        live = Client().get(address.removeprefix(ORIGIN))
        assert (status, body) == ("200", live.content)
        assert {name.lower(): value for name, value in headers.headers} == {
            n.lower(): v for n, v in live.headers.items()
        }


def test_a_second_one_is_as_whole_and_one_that_was_killed_leaves_none(tmp_path, published_2023, monkeypatch):
    folder, first, second = tmp_path / "archive", tmp_path / "first.warc.gz", tmp_path / "new" / "second.warc.gz"
    export(folder, first)
    export(folder, second)
    assert answers(first).keys() == answers(second).keys()

    def killed(self, *_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(Export, "_write_manifest", killed)
    with pytest.raises(KeyboardInterrupt):
        export(folder, tmp_path / "third.warc.gz")
    assert [path.name for path in tmp_path.rglob("*.warc.gz")] == ["first.warc.gz", "second.warc.gz"]
    assert not list(tmp_path.glob(".part-*"))
