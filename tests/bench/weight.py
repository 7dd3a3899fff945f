"""How heavy and how quick pages are for a phone: `python -m tests.bench.weight`; exit status 1 when a limit is passed.

A phone at 4G (9 Mbit/s down, 165 ms away) with a processor four times as slow as this one, nothing in its cache. The
sample is published into a database of its own and served as in production. Medians of several visits.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import chromium

BASE = Path(__file__).parents[2]
UNIT, YEAR = "210400-011001", "2023"
PAGES = {"front": "", "table 03": "tables/03/", "table 06": "tables/06/", "form 2": "performance/2/"}
VISITS = 5
NETWORK = {"offline": False, "latency": 165, "downloadThroughput": 9e6 / 8, "uploadThroughput": 1.5e6 / 8}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}

PAINTS = """() => new Promise(done => {
  const seen = {lcp: 0, cls: 0};
  const watch = (type, add) =>
    new PerformanceObserver(list => list.getEntries().forEach(add)).observe({type, buffered: true});
  watch('largest-contentful-paint', one => seen.lcp = one.startTime);
  watch('layout-shift', one => seen.cls += one.value);
  const html = performance.getEntriesByType('navigation')[0];
  const end = () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    paint ? done({...seen, html: html.responseEnd, fcp: paint.startTime}) : setTimeout(end, 100);
  };
  setTimeout(end, 500);
})"""
WATCH = """document.addEventListener('DOMContentLoaded', () => {
  const box = document.querySelector('[data-chart] .drawing');
  if (!box) return;
  new IntersectionObserver(([one]) => { if (one.isIntersecting) window.seenAt ??= performance.now(); }).observe(box);
  new MutationObserver(() => requestAnimationFrame(() => { window.drawnAt ??= performance.now(); }))
    .observe(box, {attributes: true, attributeFilter: ['class']});
})"""
DRAWN = "() => window.seenAt && window.drawnAt && window.drawnAt - window.seenAt"


@dataclass(frozen=True)
class Limit:
    """What is measured, in what, and how much of it is allowed."""

    name: str
    unit: str
    most: float


LIMITS = {
    "page": Limit("html, css and own script", "KB", 60),
    "chart": Limit("chart script", "KB", 400),
    "fcp": Limit("first contentful paint", "ms", 1000),
    "lcp": Limit("largest contentful paint", "ms", 1500),
    "first": Limit("pictures after the html", "ms", 500),
    "cls": Limit("layout shift", "", 0),
    "drawn": Limit("chart, from coming into view", "ms", 2000),
}


@contextmanager
def served() -> Iterator[str]:
    """The address of the sample, served as in production for as long as it is needed."""
    with TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "KEPT_DIR": f"{folder}/kept",
            "PAGES_DIR": f"{folder}/pages",
        }
        sample = ("fixtures/fushun-petition-office-2023.txt", "--unit", UNIT, "--year", YEAR, "--publish")
        for command in (("migrate",), ("load_codes",), ("import_document", *sample), ("collectstatic", "--noinput")):
            subprocess.run(
                (sys.executable, "manage.py", *command),
                cwd=BASE,
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        free.close()
        serve = (sys.executable, "manage.py", "serve", "--port", str(port))
        server = subprocess.Popen(serve, cwd=BASE, env=environment, stdout=subprocess.DEVNULL)
        try:
            yield _answering(f"http://127.0.0.1:{port}/units/{UNIT}/{YEAR}/")
        finally:
            server.terminate()
            server.wait()


def _answering(address: str) -> str:
    for _ in range(100):
        try:
            urlopen(address).close()
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return address
    raise TimeoutError(f"no answer at {address}")


def visit(browser: Browser, address: str) -> dict[str, float]:
    """One visit with an empty cache: bytes over the wire in KB, times in ms."""
    context = browser.new_context(**PHONE)
    page, sizes = context.new_page(), {}
    page.add_init_script(WATCH)
    devices = context.new_cdp_session(page)
    devices.send("Network.enable")
    devices.send("Network.emulateNetworkConditions", NETWORK)
    devices.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    addresses = {}
    devices.on(
        "Network.requestWillBeSent", lambda event: addresses.update({event["requestId"]: event["request"]["url"]})
    )
    devices.on(
        "Network.loadingFinished",
        lambda event: sizes.update({addresses[event["requestId"]]: event["encodedDataLength"]}),
    )
    page.goto(address, wait_until="load")
    paints = page.evaluate(PAINTS)
    drawn = _drawn(page)
    context.close()
    chart = sum(size for url, size in sizes.items() if "/plotly/" in url) / 1000
    own = sum(size for url, size in sizes.items() if "/plotly/" not in url and "chart.json" not in url) / 1000
    first = max(paints["lcp"] - paints["html"], 0)
    return {
        "page": own,
        "chart": chart,
        "first": first,
        **{name: paints[name] for name in ("fcp", "lcp", "cls")},
        **drawn,
    }


def _drawn(page: Page) -> dict[str, float]:
    """From the chart's coming into view to its being drawn; nothing where the page has only pictures."""
    box = page.locator("[data-chart] .drawing")
    if not box.count() or page.locator(".picture.narrow").count():
        return {}
    box.scroll_into_view_if_needed()
    return {"drawn": page.wait_for_function(DRAWN, timeout=20_000).json_value()}


def main() -> int:
    """Prints a row a page and measure; 1 when one is over its limit."""
    over = 0
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        for title, path in PAGES.items():
            visits = [visit(browser, address + path) for _ in range(VISITS)]
            for name, limit in LIMITS.items():
                if name in visits[0]:
                    value = median(one[name] for one in visits)
                    over += value > limit.most
                    sign = "over" if value > limit.most else ""
                    sys.stdout.write(
                        f"{title:<10}{limit.name:<32}{value:>10.3f} {limit.unit:<3} at most {limit.most:g} {sign}\n"
                    )
        browser.close()
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
