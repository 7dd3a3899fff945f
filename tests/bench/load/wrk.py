"""Asking as fast as answers come, by Debian's wrk: one address again and again, or many addresses once each."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

FEW, MANY, SECONDS = 8, 64, 4  # connections: readers of a quiet hour, and of the day of publication
ASKING_CORE = "1"
_ONCE_EACH = """
local paths, asked, answered = {{}}, 0, 0
for path in io.lines("{file}") do paths[#paths + 1] = path end
function request()
  asked = asked + 1
  return wrk.format("GET", paths[(asked - 1) % #paths + 1])
end
function response()
  answered = answered + 1
  if answered >= #paths then wrk.thread:stop() end
end
"""
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


def ask_each(base: str, paths: list[str], connections: int = 2) -> Speed:
    """Each address once, none of which has been asked before."""
    with TemporaryDirectory() as folder:
        listed, script = Path(folder) / "paths", Path(folder) / "each.lua"
        listed.write_text("\n".join(paths) + "\n")
        script.write_text(_ONCE_EACH.format(file=listed))
        return _run("-c", str(connections), "-d", "120s", "-s", str(script), base)


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
