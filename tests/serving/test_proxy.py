"""Nginx serves kept pages as the site does, by `docs/nginx-pages.conf`; left out where it is not installed."""

import gzip
import os
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager

import pytest
from django.conf import settings

from tests.serving.conftest import free_port, serving

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
INCLUDED = settings.BASE_DIR / "docs" / "nginx-pages.conf"
FRONT = "/units/210400-011001/2023/"
PAGES = (FRONT, f"{FRONT}tables/03/", f"/en{FRONT}", f"{FRONT}checks/")
OWN = {"date", "server", "connection", "content-length", "transfer-encoding", "etag", "last-modified", "accept-ranges"}
WITHDRAW = (
    "from disclosures.publication import workflow as w; from disclosures.statements.models import Disclosure as D;"
    "w.withdraw(D.objects.get(state='published'), '有误')"
)
CONF = """
{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{ worker_connections 64; }}
http {{
    access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b;
    fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    {map}
    server {{
        listen 127.0.0.1:{port}; {included}
        location / {{ try_files /none @site; }}
        location @site {{ proxy_pass http://127.0.0.1:{behind}; proxy_set_header Host $host; add_header X-By site; }}
    }}
}}
"""
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


@contextmanager
def in_front(served, folder):
    """The port of an nginx in front of the server."""
    port = free_port()
    text = INCLUDED.read_text()
    included = text.replace("/srv/disclosures/var/pages", str(served.database.parent / "pages"))
    needed = next(line.removeprefix("#").strip() for line in text.splitlines() if line.startswith("#   map"))
    file = folder / "nginx.conf"
    file.write_text(
        CONF.format(
            user="user root;" if os.getuid() == 0 else "",
            folder=folder,
            port=port,
            behind=served.port,
            map=needed,
            included=included,
        )
    )
    with subprocess.Popen([NGINX, "-p", str(folder), "-c", str(file)]) as nginx:
        try:
            end = time.monotonic() + 10
            while not (folder / "pid").exists():
                assert time.monotonic() < end
                time.sleep(0.05)
            yield port
        finally:
            nginx.terminate()


@pytest.fixture
def site(published_database, tmp_path):
    """The server, and the port of nginx in front of it; every page was asked for once."""
    for name in ("server", "nginx"):
        (tmp_path / name).mkdir()
    with serving(published_database, tmp_path / "server") as served, in_front(served, tmp_path / "nginx") as port:
        for page in PAGES:
            assert served.get(page, host="127.0.0.1").status == 200
        yield served, served.at(port)


@pytest.mark.parametrize("page", PAGES)
def test_a_kept_page_has_the_bytes_and_headers_of_the_site(site, page):
    served, proxy = site
    by_nginx, by_site = (at.get(page, host="127.0.0.1", accept_encoding="gzip") for at in (proxy, served))
    assert "x-by" not in by_nginx.headers
    assert gzip.decompress(by_nginx.body) == gzip.decompress(by_site.body)
    assert _told(by_nginx) == _told(by_site)
    again = proxy.get(page, host="127.0.0.1", accept_encoding="gzip", if_none_match=by_nginx.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def _told(answer) -> dict[str, set[str]]:
    """The headers that are the site's; the parts of its policy stand in any order."""
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return {name: {*map(str.strip, value.split(";"))} for name, value in headers.items() if name not in OWN}


def test_everything_else_is_asked_of_the_site(site):
    _, proxy = site
    for path in (f"{FRONT}tables/05/", f"{FRONT}tables/03/?unit=yuan", "/glossary/", f"{FRONT}tables/03.json"):
        answer = proxy.get(path, host="127.0.0.1", accept_encoding="gzip")
        assert (answer.status, answer.headers["x-by"]) == (200, "site")
    assert proxy.get(FRONT, host="127.0.0.1", accept_encoding="identity").headers["x-by"] == "site"
    assert proxy.get(FRONT, host="other.example", accept_encoding="gzip").status == 400


def test_kept_pages_are_served_while_the_site_is_down(site):
    served, proxy = site
    os.killpg(served.process.pid, signal.SIGKILL)
    served.process.wait()
    for page in PAGES:
        assert proxy.get(page, host="127.0.0.1", accept_encoding="gzip").status == 200
    assert proxy.get("/glossary/", host="127.0.0.1").status == 502
    served.run(WITHDRAW)  # takes the pages away itself
    assert {proxy.get(page, host="127.0.0.1", accept_encoding="gzip").status for page in PAGES} == {502}


def test_a_withdrawn_page_is_gone_at_once(site):
    served, proxy = site
    served.run(WITHDRAW)
    time.sleep(1)
    assert {proxy.get(page, host="127.0.0.1", accept_encoding="gzip").status for page in PAGES} == {404}


def test_a_correction_is_made_before_anybody_asks(site):
    served, proxy = site
    served.run(
        "from disclosures.publication import workflow as w; from disclosures.statements.models import Disclosure as D;"
        "d = w.revise(D.objects.get()); d.change_note = '改名'; d.unit_name = '信访总局'; d.save();"
        "w.submit(d); w.publish(d)"
    )
    end = time.monotonic() + 30
    asked = {"host": "127.0.0.1", "accept_encoding": "gzip"}
    kept = served.database.parent / "pages" / "pages" / "127.0.0.1" / FRONT.strip("/") / "index.html.gz"
    while not kept.exists():
        assert time.monotonic() < end
        assert "信访总局" in gzip.decompress(proxy.get(f"{FRONT}tables/03/", **asked).body).decode()
        time.sleep(0.2)
    assert "信访总局" in gzip.decompress(kept.read_bytes()).decode()
    assert "x-by" not in proxy.get(FRONT, **asked).headers
