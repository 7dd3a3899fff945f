"""The site as `manage.py serve` serves it, on any database."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

AS_THEY_STAND = {"DJANGO_SETTINGS_MODULE": "tests.serving.as_they_stand", "PYTHONPATH": str(settings.BASE_DIR)}
_PATIENCE = 90  # seconds for a server to start on a busy machine


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(address: str, **headers: str) -> tuple[int, str]:
    """Status and text of the answer."""
    request = urllib.request.Request(address, headers={name.replace("_", "-"): text for name, text in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def until(holds, seconds: float) -> float:
    """Wait until it holds, and say after how many seconds."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, f"not within {seconds} seconds"
        time.sleep(0.05)
    return time.monotonic() - began


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def start(url: str, port: int, kept: Path, *words: str, **environment: str) -> subprocess.Popen:
    """A server of its own group, that answers."""
    given = os.environ | {"DATABASE_URL": url, "KEPT_DIR": str(kept), **AS_THEY_STAND} | environment
    command = [sys.executable, "manage.py", "serve", "--port", str(port), *words]
    with (kept.parent / f"serve-{port}.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=given, stdout=log, stderr=log)
    until(lambda: process.poll() is not None or answers(port), _PATIENCE)
    assert process.poll() is None, (kept.parent / f"serve-{port}.log").read_text()
    return process


def stop(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGTERM)
    process.wait(30)


@contextmanager
def served(url: str, folder: Path, **environment: str) -> Iterator[str]:
    """The address of the site, served while inside."""
    with served_by(url, folder, **environment) as (_, port):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def served_by(url: str, folder: Path, *words: str, **environment: str) -> Iterator[tuple[subprocess.Popen, int]]:
    """The server itself, told these words besides, and its port."""
    port = free_port()
    process = start(url, port, folder / f"kept-{port}", *words, **environment)
    try:
        yield process, port
    finally:
        stop(process)
