"""Asking as fast as answers come: one address again and again, by Debian's wrk, or many addresses once each."""

import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.request import Request, urlopen

FEW, MANY, SECONDS = 8, 64, 4  # connections: readers of a quiet hour, and of the day of publication
ASKING_CORE = "1"
_UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3}


@dataclass(frozen=True)
class Speed:
    """Answers a second, and the milliseconds in which 99 of 100 of them came; how many were no success."""

    per_second: float
    p99: float
    failed: int


def ask(address: str, connections: int = FEW) -> Speed:
    """One address for some seconds."""
    return _run("-c", str(connections), "-d", f"{SECONDS}s", "-H", "Accept-Encoding: gzip", address)


def ask_each(base: str, paths: list[str], readers: int = 2) -> Speed:
    """Each address once, none of which has been asked before; slow enough for Python to ask.

    wrk would sleep out its time whatever was answered, and count that.
    """
    begun = time.perf_counter()
    with ThreadPoolExecutor(readers) as pool:
        asked = list(pool.map(lambda path: _ask_once(base + path), paths))
    took = time.perf_counter() - begun
    slowest = sorted(seconds for seconds, _ in asked)[len(asked) * 99 // 100 - 1]
    return Speed(len(asked) / took, slowest * 1e3, sum(not well for _, well in asked))


def _ask_once(address: str) -> tuple[float, bool]:
    """The seconds of one answer, and whether it was a success."""
    begun = time.perf_counter()
    try:
        with urlopen(Request(address, headers={"Accept-Encoding": "gzip"}), timeout=60) as answer:
            answer.read()
    except HTTPError:
        return time.perf_counter() - begun, False
    return time.perf_counter() - begun, True


def _run(*words: str) -> Speed:
    wrk = shutil.which("wrk")
    if wrk is None:
        raise SystemExit("wrk is not installed: apt-get install wrk")
    command = ("taskset", "-c", ASKING_CORE, wrk, "-t", "1", "--latency", *words)
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    slowest = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    if not rate or not slowest:
        raise ValueError(said)
    return Speed(float(rate[1]), float(slowest[1]) * _UNITS[slowest[2]], int(failed[1]) if failed else 0)
