"""A real browser in front of a real server: what every browser test stands on."""

import io
import os
import sqlite3
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import Page, expect, sync_playwright

from disclosures.pages.finders import BUNDLE, SCRIPT
from tests.browser.chromium import LEFT, PACKAGES, chromium

SAMPLE = "fixtures/fushun-petition-office-2023.txt"

# The browser is driven from a loop of its own; a test asks the database from the same thread, which is what it means.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
expect.set_options(timeout=20_000)  # publishing takes its time where everything else is tried beside it


def pytest_collection_modifyitems(items):
    """Without a browser nothing here can run; on a second database the browser would see the same again."""
    reason = ""
    if not chromium():
        reason = f"no Chromium; on Debian: apt-get install {' '.join(PACKAGES)}"
    elif not (BUNDLE / SCRIPT).exists():
        reason = "no chart script; python -m bundle builds it"
    elif connection.vendor != "sqlite":
        reason = "seen by the browser on SQLite already"
    for item in items:
        if reason and "/tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--force-color-profile=srgb",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser):
    """Makes a page of a browser that nobody has used; takes what `browser.new_context` takes."""
    contexts = []

    def new(**options) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "zh-CN", **options})
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page) -> Page:
    return new_page()


@pytest.fixture(scope="session")
def databases():
    """The database as it stood when something was made in it, by what made it."""
    made: dict[Callable[[], object], sqlite3.Connection] = {}
    yield made
    for database in made.values():
        database.close()


@pytest.fixture
def have(live_server, databases):
    """Have in the database what `make` makes: made for the first test, copied for the others, as each empties it."""

    def copied(make: Callable[[], object]) -> None:
        connection.ensure_connection()
        if make in databases:
            databases[make].backup(connection.connection)
            ContentType.objects.clear_cache()
            return
        make()
        databases[make] = sqlite3.connect(":memory:")
        connection.connection.backup(databases[make])

    return copied


def import_sample() -> None:
    call_command("load_codes", stdout=io.StringIO())
    call_command("import_document", settings.BASE_DIR / SAMPLE, unit="210400-011001", year=2023, publish=True)


@pytest.fixture
def sample(live_server, have) -> str:
    """The address of the real sample, published."""
    have(import_sample)
    return f"{live_server.url}/units/210400-011001/2023/"


@pytest.fixture
def elsewhere():
    """Another site, whose only page shows the frames that it is given."""
    servers = []

    def show(*frames: str) -> str:
        class Page(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(f"<!doctype html><title>别处</title>{''.join(frames)}".encode())

            def log_message(self, *args):
                """Says nothing."""

        server = HTTPServer(("127.0.0.1", 0), Page)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield show
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def complaints(page) -> list[str]:
    """What the browser complains of: errors, what the policy refused, requests that failed or left the site.

    What it gave up itself because its page was left is no failure.
    """
    found = []
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "requestfailed", lambda request: found.append(f"failed: {request.url}") if request.failure != LEFT else None
    )
    page.on("request", lambda request: None if _is_ours(request.url) else found.append(f"left the site: {request.url}"))
    return found


def _is_ours(address: str) -> bool:
    return address.startswith(("http://localhost", "http://127.0.0.1", "data:", "blob:"))
