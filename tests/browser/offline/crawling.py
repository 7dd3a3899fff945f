"""A plain file server before an archive, and a reader who follows every link of it in the browser."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page

FIGURES = "main :is(h1, th, td, dt, dd, blockquote, svg text)"
# What a page of the archive leads to and loads, by what it is for; addresses are whole.
READ = """async ([figures, live]) => {
  const whole = value => new URL(value, document.baseURI).href;
  const all = (name, from) => [...document.querySelectorAll(from)].map(each => each.getAttribute(name));
  const words = text => [...new DOMParser().parseFromString(text, "text/html").querySelectorAll(figures)]
    .map(each => each.textContent.replace(/\\s+/g, " ").trim());
  const own = await (await fetch(location.pathname)).text();
  return {
    links: all("href", ":not([hidden] > *):is(a, link)[href]").map(whole),
    files: [
      "src", "data-chart", "data-plotly", "data-cite", "data-permanent",
    ].flatMap(name => all(name, `[${name}]`)).map(whole),
    ids: [...document.querySelectorAll("[id]")].map(each => each.id),
    forms: document.querySelectorAll("form").length,
    figures: words(own),
    live: live ? words(live) : null,
  };
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


class Crawl:
    """Follows every link from the first page on; afterwards it knows what was wrong.

    `live` gives the page of the site that a path of the archive was made from, as HTML.
    """

    def __init__(self, page: Page, origin: str, live):
        self.page, self.origin, self.live = page, origin, live
        self.pages: dict[str, set[str]] = {}  # the names within each page
        self.files: set[str] = set()
        self.led: list[tuple[str, str, str]] = []  # from a page to a page and a name within it
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self.wrong.append(f"{page.url}: {said.text}") if said.type == "error" else None)
        page.on("requestfailed", lambda request: self.wrong.append(f"{page.url}: failed {request.url}"))

    def run(self) -> None:
        waiting = [f"{self.origin}/index.html"]
        while waiting:
            address = waiting.pop()
            if address in self.pages or address in self.files:
                continue
            if address.endswith(".html"):
                waiting += self._read(address)
            else:
                self._ask(address)
        self.wrong += [f"{of}: no #{name} in {to}" for of, to, name in self.led if name not in self.pages[to]]

    def _ask(self, address: str) -> None:
        """A file is there and not empty."""
        self.files.add(address)
        answer = self.page.request.head(address)
        if not answer.ok or answer.headers["content-length"] == "0":
            self.wrong.append(f"{answer.status} {address}")

    def _read(self, address: str) -> list[str]:
        """The addresses that a page leads to."""
        answer = self.page.goto(address, wait_until="load")
        self.pages[address] = set()
        if not answer.ok:
            self.wrong.append(f"{answer.status} {address}")
            return []
        found = self.page.evaluate(READ, [FIGURES, self.live(address.removeprefix(self.origin + "/"))])
        self.pages[address] = set(found["ids"])
        if found["forms"] or found["figures"] != found["live"]:
            self.wrong.append(f"{address}: {found['forms']} forms, or figures that the site does not have")
        ours = [link.partition("#") for link in found["links"] + found["files"] if link.startswith(self.origin)]
        self.led += [(address, to, unquote(name)) for to, _, name in ours if name and to.endswith(".html")]
        return [to.partition("?")[0] for to, _, _ in ours]
