"""A plain file server before an archive, and a reader who looks at pages of it in the browser."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

from playwright.sync_api import Page, Request

from tests.browser.chromium import LEFT

FIGURES = "main :is(h1, th, td, dt, dd, blockquote, svg text)"
READ = """async ([figures, live]) => {
  const words = text => [...new DOMParser().parseFromString(text, "text/html").querySelectorAll(figures)]
    .map(each => each.textContent.replace(/\\s+/g, " ").trim());
  const own = await (await fetch(location.pathname)).text();
  return {forms: document.querySelectorAll("form").length, figures: words(own), live: words(live)};
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Says nothing."""


@contextmanager
def plain_server(folder: Path) -> Iterator[str]:
    """The origin at which Python's own file server shows the folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def of_every_kind(pages: dict[str, str], at_least: int) -> list[str]:
    """One page of each kind, and others by chance until there are enough; `pages` has the address of each place."""
    places = sorted(pages)
    Random(1).shuffle(places)
    kinds = {re.sub(r"/units/[^/.]+|\d+", "9", pages[place]): place for place in places}
    chosen = [*kinds.values()]
    others = [place for place in places if place not in {*chosen}]
    return chosen + others[: max(at_least - len(chosen), 0)]


class Reader:
    """Looks at one page after the other; `wrong` lists what a page lacks, and figures that the site shows otherwise.

    `live` gives the page of the site that a path of the archive was made from, as HTML.
    """

    def __init__(self, page: Page, origin: str, live):
        self.page, self.origin, self.live = page, origin, live
        self.seen = 0
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self.wrong.append(f"{page.url}: {said.text}") if said.type == "error" else None)
        page.on("requestfailed", self._failed)

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.wrong.append(f"{self.page.url}: failed {request.url}")

    def read(self, place: str) -> None:
        answer = self.page.goto(f"{self.origin}/{place}", wait_until="load")
        self.seen += 1
        if not answer.ok:
            self.wrong.append(f"{answer.status} {place}")
            return
        found = self.page.evaluate(READ, [FIGURES, self.live(place)])
        if found["forms"] or found["figures"] != found["live"]:
            self.wrong.append(f"{place}: {found['forms']} forms, or figures that the site does not have")
