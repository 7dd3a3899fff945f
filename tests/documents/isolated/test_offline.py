"""A document that asks to fetch things gets nothing: no request arrives at a listening port, no local file is read."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

import pytest
from openpyxl import Workbook

from disclosures.documents.converted import office
from disclosures.documents.isolated import offline
from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import DocumentError
from tests.documents.making.linking import MAKERS

NEEDS_LIBREOFFICE = pytest.mark.skipif(
    not office.is_installed(), reason="LIBREOFFICE IS NOT INSTALLED: NO CONVERSION WAS TRIED"
)
NEEDS_LINUX = pytest.mark.skipif(platform.system() != "Linux", reason="NOT LINUX: NO WAY OFF THE NETWORK WAS TRIED")

# What older formats are made from, and what a directly read one is turned into to have its formulas calculated.
OLDER = {".doc": ".odt", ".wps": ".docx", ".xls": ".xlsx", ".et": ".ods"}
WRITTEN_AS = {".wps": ".doc", ".et": ".xls"}
TURNED_INTO = {".docx": ".odt", ".xlsx": ".ods", ".ods": ".xlsx"}
SECRET = "机密777.77"

TRY = """
import socket, sys
sys.path.insert(0, sys.argv[1])
import offline
getattr(offline, sys.argv[2])()
socket.socketpair()
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[3])), 5)
    print("connected")
except OSError as error:
    print("refused")
"""


@pytest.fixture(scope="module")
def server():
    class Counting(StreamRequestHandler):
        def handle(self):
            self.server.asked.append(self.rfile.readline().decode())
            self.wfile.write(b"HTTP/1.0 404 Not Found\r\n\r\n")

    server = ThreadingTCPServer(("127.0.0.1", 0), Counting)
    server.asked = []
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def reader():
    with IsolatedReader() as reader:
        yield reader


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """`document(ending, link)`: a file of that format that asks for the link in every way that the format has."""
    folder = tmp_path_factory.mktemp("linking")

    def make(ending, link):
        source = OLDER.get(ending, ending)
        path = folder / f"a{source}"
        MAKERS[source](path, link)
        if source == ending:
            return path
        with office.converted(path, WRITTEN_AS.get(ending, ending)) as file:
            return shutil.copy(file, folder / f"b{ending}")

    return make


@pytest.mark.parametrize("ending", [*MAKERS, *(pytest.param(one, marks=NEEDS_LIBREOFFICE) for one in OLDER)])
def test_no_format_makes_its_reader_ask_for_anything(server, reader, document, ending):
    path = document(ending, f"http://127.0.0.1:{server.server_address[1]}/linked{ending}")
    items = reader.read(path).items
    assert server.asked == []
    assert "1262.08" in repr(items).replace(",", "")


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("ending", TURNED_INTO)
def test_no_conversion_asks_for_anything(server, document, ending):
    path = document(ending, f"http://127.0.0.1:{server.server_address[1]}/linked{ending}")
    with office.converted(path, TURNED_INTO[ending]) as file:
        assert file.stat().st_size
    assert server.asked == []


@NEEDS_LIBREOFFICE
def test_the_network_is_what_keeps_libreoffice_from_asking(server, document, monkeypatch):
    """Without the way off the network the port hears of a .doc, whatever the profile says: so the port does listen."""
    command = office._command
    monkeypatch.setattr(office, "_command", lambda *given: command(*given)[3:])
    path = document(".doc", f"http://127.0.0.1:{server.server_address[1]}/linked.doc")
    with office.converted(path, ".docx"):
        asked, server.asked = server.asked, []
    assert any("/linked.doc" in request for request in asked)


@pytest.mark.parametrize("ending", [*MAKERS, *(pytest.param(one, marks=NEEDS_LIBREOFFICE) for one in (".doc", ".et"))])
def test_a_file_of_this_machine_does_not_get_into_the_text(tmp_path, reader, document, ending):
    is_workbook = ending in {".ods", ".xlsx", ".xls", ".et"}
    secret = tmp_path / ("secret.xlsx" if is_workbook else "secret.txt")
    secret.write_text(SECRET)
    if is_workbook:
        book = Workbook()
        book.active.title, book.active["A1"] = "Sheet1", SECRET
        book.save(secret)
    items = []
    with suppress(DocumentError):  # LibreOffice may open no document at all that has such a field
        items = reader.read(document(ending, secret.as_uri())).items
    assert SECRET not in repr(items)
    assert items or ending == ".rtf"


@pytest.fixture
def open_to_all():
    """A folder that every user of the machine may read, which those of pytest are not."""
    with tempfile.TemporaryDirectory(prefix="offline-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@NEEDS_LINUX
@pytest.mark.parametrize("way", ["leave_network", "_by_namespace", "_by_user_namespace", "_by_filter"])
@pytest.mark.parametrize("user", ["the one who runs the tests", "nobody"])
def test_each_way_off_the_network_leads_off_it(server, open_to_all, way, user):
    """A way that this machine does not give is skipped aloud; the first of those it gives is taken."""
    if user == "nobody" and os.geteuid() != 0:
        pytest.skip("ONLY ROOT CAN BECOME ANOTHER USER")
    program = shutil.which("python3", path="/usr/bin:/bin") or sys.executable
    shutil.copy(offline.__file__, open_to_all)
    tried = subprocess.run(
        [program, "-c", TRY, str(open_to_all), way, str(server.server_address[1])],
        user=65534 if user == "nobody" else None, cwd="/", capture_output=True, text=True, check=False,
    )  # fmt: skip
    if (way != "leave_network" and "OSError" in tried.stderr) or "PermissionError" in tried.stderr:
        pytest.skip(f"THIS MACHINE DOES NOT GIVE {user} {way}")
    assert tried.stdout == "refused\n", tried.stderr


def test_where_no_way_is_given_it_says_so(monkeypatch):
    def refused(*_):
        raise OSError("not permitted")

    monkeypatch.setattr(offline, "_called", refused)
    with pytest.raises(offline.NetworkError):
        offline.leave_network()


@NEEDS_LIBREOFFICE
def test_where_the_network_cannot_be_left_nothing_is_converted(tmp_path, monkeypatch):
    launcher = tmp_path / "launcher.py"
    launcher.write_text(f"import sys; sys.exit({offline.NO_WAY})")
    monkeypatch.setattr(offline, "__file__", str(launcher))
    MAKERS[".rtf"](tmp_path / "a.rtf", "x")
    with (
        pytest.raises(DocumentError, match="不能让 LibreOffice 断开网络运行"),
        office.converted(tmp_path / "a.rtf", ".docx"),
    ):
        pass


@NEEDS_LIBREOFFICE
def test_what_is_converted_sees_none_of_our_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", SECRET)
    command = [sys.executable, "-c", "import os; open('seen', 'w').write(str(os.environ))"]
    office._run(command, "a.doc", tmp_path, office.DEFAULT)
    seen = (tmp_path / "seen").read_text()
    assert "PATH" in seen
    assert SECRET not in seen
