"""The servers that are measured, each on one core: the site, the same bytes as a file, Datasette on the same rows."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

BASE = Path(__file__).parents[3]
SERVING_CORE = "0"
FILE = "page.html"  # the name of the bytes that the servers of files give
_NGINX = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types; access_log off; sendfile on; gzip_static on; keepalive_requests 1000000;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; root {folder}/files; }}
}}
"""
_WHITENOISE = """
from whitenoise import WhiteNoise
def missing(environ, start):
    start("404 Not Found", [])
    return [b""]
application = WhiteNoise(missing, root={root!r}, max_age=600)
"""


def environment(database: Path) -> dict[str, str]:
    """What the site is told of its database, and where it keeps what it made."""
    kept = {"KEPT_DIR": str(database.parent / "kept"), "PYTHONPATH": str(BASE)}
    return os.environ | kept | {"DATABASE_URL": f"sqlite:///{database}"}


def managed(database: Path, *words: str) -> None:
    """A command of the site on that database."""
    command = (sys.executable, "manage.py", *words)
    subprocess.run(command, cwd=BASE, env=environment(database), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def site(database: Path) -> Iterator[str]:
    """The site with one process."""
    port = _free_port()
    command = (sys.executable, "manage.py", "serve", "--port", str(port))
    with _running(command, f"http://127.0.0.1:{port}", environment(database)) as address:
        yield address


@contextmanager
def whitenoise(folder: Path) -> Iterator[str]:
    """WhiteNoise alone under the same server, as a site of files would be run."""
    port, module = _free_port(), folder / "noise.py"
    module.write_text(_WHITENOISE.format(root=str(folder / "files")))
    granian = Path(sys.executable).with_name("granian")
    command = (str(granian), "--interface", "wsgi", "--port", str(port), "--no-ws", "noise:application")
    with _running(command, f"http://127.0.0.1:{port}", os.environ | {"PYTHONPATH": str(folder)}) as address:
        yield address


@contextmanager
def nginx(folder: Path) -> Iterator[str]:
    """nginx with one process, the file compressed beforehand."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    if not Path(program).exists():
        raise SystemExit("nginx is not installed: apt-get install nginx-light")
    port, settings = _free_port(), folder / "nginx.conf"
    settings.write_text(_NGINX.format(folder=folder, port=port))
    folder.chmod(0o755)
    with _running((program, "-c", str(settings)), f"http://127.0.0.1:{port}", dict(os.environ)) as address:
        yield address


@contextmanager
def datasette(database: Path) -> Iterator[str]:
    """Datasette on the site's own database, in an environment of its own under var/."""
    home, port = BASE / "var/bench", _free_port()
    if not (home / "bin/datasette").exists():
        subprocess.run((sys.executable, "-m", "venv", str(home)), check=True)
        needed = str(Path(__file__).with_name("requirements.txt"))
        subprocess.run((str(home / "bin/pip"), "install", "--quiet", "--requirement", needed), check=True)
    command = (str(home / "bin/datasette"), "serve", str(database), "--port", str(port))
    with _running(command, f"http://127.0.0.1:{port}", dict(os.environ)) as address:
        yield address


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def _running(command: tuple[str, ...], address: str, variables: dict[str, str]) -> Iterator[str]:
    pinned = ("taskset", "-c", SERVING_CORE, *command)
    process = subprocess.Popen(pinned, cwd=BASE, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(address: str, process: subprocess.Popen) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise RuntimeError(f"no server at {address}: it ended with {process.returncode}")
        try:
            urlopen(address).close()
        except HTTPError:
            return  # it answers
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"no answer at {address}")
