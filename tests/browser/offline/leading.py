"""Every link of an archive, read from its files by another parser than the one that wrote them, and asked for."""

import json
import posixpath
from collections import defaultdict
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from lxml import html

LEADING = ("href", "src", "action", "data-chart", "data-plotly", "data-cite", "data-permanent")

_HIDDEN = "ancestor-or-self::*[@hidden]"  # what a script shows where it leads somewhere


class Leading:
    """What leads where in a folder; `wrong` lists what leads nowhere."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.led: dict[str, str] = {}  # a file, and the first that leads to it
        self.named: dict[str, set[str]] = defaultdict(set)  # names within a page that something leads to
        self.pages = 0
        self.links = 0
        self.wrong: list[str] = []

    def run(self, origin: str) -> None:
        """Read every page and chart, then ask the server for every file, and the pages for the names within them."""
        for path in self.folder.rglob("*.html"):
            self._read(str(path.relative_to(self.folder)))
        for path in self.folder.rglob("chart.json"):
            place = str(path.relative_to(self.folder))
            for address in _links_of_chart(json.loads(path.read_bytes())):
                self._lead(place, address)
        self._ask(origin)
        for place, names in self.named.items():
            there = set(self._tree(place).xpath("//@id")) if (self.folder / place).is_file() else set()
            self.wrong += [f"no #{name} in {place}" for name in names - there]

    def _tree(self, place: str) -> html.HtmlElement:
        return html.document_fromstring((self.folder / place).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    def _read(self, place: str) -> None:
        self.pages += 1
        tree = self._tree(place)
        if tree.xpath("//form"):
            self.wrong.append(f"a form in {place}")
        for name in LEADING:
            for address in tree.xpath(f"//*[not({_HIDDEN})]/@{name}"):
                self._lead(place, address)

    def _lead(self, place: str, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme:
            return
        self.links += 1
        if parts.path.startswith("/") or parts.query:
            self.wrong.append(f"{place} leads to {address}, which needs the site")
            return
        to = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(parts.path))) if parts.path else place
        self.led.setdefault(to, place)
        if parts.fragment and to.endswith(".html"):
            self.named[to].add(unquote(parts.fragment))

    def _ask(self, origin: str) -> None:
        """Each file that is led to is there and not empty."""
        for to, place in self.led.items():
            connection = HTTPConnection(urlsplit(origin).netloc)
            connection.request("HEAD", "/" + quote(to))
            answer = connection.getresponse()
            if answer.status != 200 or answer.headers["Content-Length"] == "0":
                self.wrong.append(f"{place} leads to {to}: {answer.status}")
            connection.close()


def _links_of_chart(of: object) -> Iterator[str]:
    """The texts of a figure that lead on."""
    if isinstance(of, str):
        if of.startswith(("../", "/")) or of.partition("#")[0].endswith("index.html"):
            yield of
    elif isinstance(of, dict | list):
        for each in of.values() if isinstance(of, dict) else of:
            yield from _links_of_chart(each)
