"""The nginx configuration of docs/operations, as it stands but for ports and folders, in front of servers of a test."""

import getpass
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from tests.operations.serving import answers, until

CONFIGURATION = settings.BASE_DIR / "docs" / "operations" / "nginx.conf"
NAME = "juesuan.example.cn"

NOTICE = """
******************************************************************************
*                                                                            *
*   NGINX IS NOT INSTALLED: ITS CONFIGURATION WAS NOT TRIED.                 *
*   On Debian: apt-get install nginx-light                                   *
*                                                                            *
******************************************************************************
"""


def program() -> str | None:
    """nginx; its folder is in nobody's PATH but root's."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def certificate(folder: Path) -> None:
    """A certificate that its key signed itself."""
    names = ("-keyout", folder / "key.pem", "-out", folder / "certificate.pem", "-subj", f"/CN={NAME}")
    key = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    subprocess.run([*key, "-days", "2", *names], check=True, capture_output=True)


def configured(folder: Path, ports: dict[int, int]) -> Path:
    """The whole configuration, with other ports: of nginx itself 80 and 443, of the servers 8001 and 8002."""
    certificate(folder)
    text = CONFIGURATION.read_text(encoding="utf-8")
    changes = {
        "listen 80;": f"listen 127.0.0.1:{ports[80]};",
        "listen 443 ssl;": f"listen 127.0.0.1:{ports[443]} ssl;",
        "127.0.0.1:8001": f"127.0.0.1:{ports[8001]}",
        "127.0.0.1:8002": f"127.0.0.1:{ports[8002]}",
        "/etc/juesuan/tls": str(folder),
        "/var/cache/nginx": str(folder),
    }
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    user = "user root;" if getpass.getuser() == "root" else ""
    own = f"{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}"
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    whole.write_text(f"{own}\nhttp {{ access_log {folder}/access.log; {places}\n{text}\n}}\n", encoding="utf-8")
    return whole


@contextmanager
def nginx(folder: Path, ports: dict[int, int]) -> Iterator[str]:
    """The address behind which the servers stand."""
    whole = configured(folder, ports)
    process = subprocess.Popen([program(), "-c", whole, "-e", folder / "error.log"])
    try:
        until(lambda: answers(ports[443]) or process.poll() is not None, 20)
        assert process.poll() is None, (folder / "error.log").read_text()
        yield f"https://127.0.0.1:{ports[443]}"
    finally:
        process.terminate()
        process.wait(20)
