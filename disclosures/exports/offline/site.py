"""Writes the archive: begins at the maps of the site and follows every link, one address after the other."""

import posixpath
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

from disclosures.addresses import links
from disclosures.drafts import draft
from disclosures.exports.offline import files
from disclosures.exports.offline.asking import Answer, Asker
from disclosures.exports.offline.editions import Editions
from disclosures.exports.offline.known import Entry, Known
from disclosures.exports.offline.places import CHART, SLOW, decoded, place_of
from disclosures.exports.offline.recording import Recorder
from disclosures.exports.offline.rewriting import Page, imported
from disclosures.publication.caching import build
from disclosures.publication.models import PublicationCounter

MANIFEST = "MANIFEST.sha256"
_LOCATION = re.compile(r"<loc>([^<]+)</loc>")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")
_SAVED_EVERY = 1.0  # seconds of work that a killed run may lose
_REMEMBERED = 1 << 14  # places of addresses: most pages lead to the same


class NothingPublishedError(Exception):
    """There is nothing to be kept."""


class UnansweredError(Exception):
    """The site does not show its first page."""


@dataclass
class Done:
    """How many files a run made, and how many were as before."""

    made: int = 0
    same: int = 0
    gone: int = 0

    @property
    def all(self) -> int:
        return self.made + self.same + self.gone


@dataclass
class Export:
    """An archive in a folder, of the site as it is known at the origin of `asker`."""

    folder: Path
    asker: Asker
    with_english: bool = True
    with_pdf: bool = False
    recorder: Recorder | None = None
    done: Done = field(default_factory=Done)

    def __post_init__(self) -> None:
        self.known = Known(self.folder)
        self.editions = Editions()
        self.is_asked_anew = self.recorder is not None  # a web archive needs every answer
        self.find = lru_cache(_REMEMBERED)(self._find)

    def run(self) -> Iterator[int]:
        """Make every file; now and then, how many are known to be left. What is published meanwhile is taken up."""
        basis = ""
        while basis != (basis := self._basis()):
            self._begin(basis, goes_on=not self.is_asked_anew)
            saved = 0.0
            for entry in self.known.waiting():
                self._make(entry)
                if time.monotonic() - saved > _SAVED_EVERY:
                    self.known.save()
                    saved = time.monotonic()
                    yield self.known.left()  # counting them after each file would cost more the more there are
            self.known.finish()
            self.is_asked_anew = False  # what is published meanwhile is recorded once more
        self._write_manifest()

    def _basis(self) -> str:
        """What all pages are a function of: publications, names, answers, the site's code, and what is asked."""
        counted = PublicationCounter.objects.filter(pk=1).values_list("number", "names", "answers").first()
        if not counted or not counted[0]:
            raise NothingPublishedError
        return f"{counted} {build()} {self.asker.origin} {self.with_english} {self.with_pdf}"

    def _begin(self, basis: str, *, goes_on: bool) -> None:
        self.editions.forget()
        self.find.cache_clear()
        if self.known.begin(basis, goes_on=goes_on):
            return
        with self.asker.ask(links.home()) as answer:
            if answer.status != 200:
                raise UnansweredError(f"{links.home()}：{answer.status}")
        self.find(links.home())
        for address in self._mapped():
            self.find(address)

    def _mapped(self) -> Iterator[str]:
        """Every address of the maps."""
        for sheet in self._locations(links.sitemap()):
            yield from self._locations(sheet)

    def _locations(self, sheet: str) -> list[str]:
        with self.asker.ask(sheet) as answer:
            text = b"".join(answer.pieces).decode()
        return [urlsplit(location)._replace(scheme="", netloc="").geturl() for location in _LOCATION.findall(text)]

    def _find(self, address: str) -> str | None:
        """The place of an address, which is remembered; None where the archive has none."""
        address = self.editions.canonical(decoded(address))
        place = place_of(address)
        if place is None or not (self.with_pdf or not SLOW.search(place)):
            return None
        if address.startswith("/en/") and not self.with_english:
            return None
        entry = self.known.find(address)
        if entry is None:
            self.known.add(address, place)
            entry = self.known.find(address) or Entry(address, place, "", "", 0)
            if "." not in posixpath.basename(place):  # a file as received: the answer tells its ending
                self._make(entry)
                entry = self.known.find(address) or entry
        return entry.place

    def _make(self, entry: Entry) -> None:
        if self.editions.canonical(entry.address) != entry.address:  # it became the current one again
            self._drop(entry)
            return
        has_file = bool(entry.sha256) and _size(self.folder / entry.place) == entry.size
        with self._asked(entry.address, entry.etag if has_file and not self.is_asked_anew else "") as answer:
            if answer.status == 304:
                self.known.same(entry.address)
                self.done.same += 1
            elif answer.status == 200:
                self._write(entry, answer, has_file)
            elif answer.status in (404, 410) and entry.sha256:
                self._drop(entry)
            else:
                self.known.failed(entry.address, answer.status)

    @contextmanager
    def _asked(self, address: str, etag: str) -> Iterator[Answer]:
        """The answer, recorded where a web archive is wanted; there what is current stands at both its addresses."""
        with self.asker.ask(address, etag) as answer:
            if self.recorder is None or answer.status == HTTPStatus.NOT_MODIFIED:
                yield answer
                return
            with self.recorder.recorded(address, answer) as recorded:
                yield recorded
        if pinned := self.editions.pinned(address):
            with self.asker.ask(pinned) as answer, self.recorder.recorded(pinned, answer):
                pass  # it is written down, and no file is made of it

    def _drop(self, entry: Entry) -> None:
        (self.folder / entry.place).unlink(missing_ok=True)
        self.known.forget(entry.address)
        self.find.cache_clear()
        self.done.gone += 1

    def _write(self, entry: Entry, answer: Answer, has_file: bool) -> None:
        place = entry.place
        if "." not in posixpath.basename(place):
            place += _ending(answer)
        sha256, size = files.write(self.folder / place, self._pieces(entry.address, place, answer))
        self.known.made(Entry(entry.address, place, answer.headers.get("etag", ""), sha256, size))
        if has_file and sha256 == entry.sha256:
            self.done.same += 1
        else:
            self.done.made += 1

    def _pieces(self, address: str, place: str, answer: Answer) -> Iterator[bytes]:
        """The answer as it stands in the archive; only pages, charts and stylesheets are held in memory."""
        name = posixpath.basename(place)
        is_page, is_chart = answer.media_type == "text/html", name == CHART
        if not (is_page or is_chart or name.endswith((".css", ".js"))):
            yield from answer.pieces
            return
        text = b"".join(answer.pieces).decode()
        page = Page(address, place, self.asker.origin, self.find)
        if is_page:
            text = page.html(text)
        elif is_chart:
            text = page.chart(text)
        else:
            for beside in imported(text):
                self.find(posixpath.join(posixpath.dirname(address), beside))
        yield text.encode()

    def _write_manifest(self) -> None:
        """One line for each file, as `sha256sum --check` reads them, below the publication number and the origin."""
        with draft(self.folder / MANIFEST) as file:
            number = PublicationCounter.objects.values_list("number", flat=True).get(pk=1)
            file.write(f"# publication {number}, {self.asker.origin}\n".encode())
            for entry in self.known.files():
                file.write(f"{entry.sha256}  {entry.place}\n".encode())


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1


def _ending(answer: Answer) -> str:
    """The ending of the name under which a file is given."""
    named = answer.headers.get("content-disposition", "").rpartition("''")[2]
    ending = _ENDING.search(unquote(named))
    return ending[0] if ending else ".bin"
