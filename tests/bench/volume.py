"""What grows with what is published, and what must not: `python -m tests.bench.volume 100 1000 10000`.

For each number of made-up disclosures: the processor's time that making, checking and publishing one took, how much the
database holds for one, and the processor's time of pages that nobody has asked for before. Databases stay in
var/bench-data for the next time.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.load.made import CODE, Made, make
from tests.bench.load.servers import BASE, environment

ASKED = 15  # pages of a kind; the median counts
DATA = BASE / "var/bench-data"


def measured(made: Made) -> dict[str, float]:
    """Milliseconds of each kind of page, kB of the database and of memory; in the process of that database."""
    import django

    django.setup()
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    years = sorted({front.split("/")[-2] for front in made.fronts})
    kinds: dict[str, Callable[[int], str]] = {
        "table page": lambda n: made.tables("03")[n],
        "table as json": lambda n: made.tables("03")[n].removesuffix("/") + ".json",
        "front page": lambda n: made.fronts[n],
        "code page": lambda n: f"/codes/function/{CODE}/?year={years[n % len(years)]}&page={1 + n // len(years)}",
        "search, common word": lambda n: f"/search/?q=支出&x={n}",
        "search, rare word": lambda n: f"/search/?q=购房&x={n}",
        "search, three public": lambda n: f"/search/?q=三公经费&x={n}",
        "search for programs": lambda n: f"/api/v1/search?q=购房&limit={n}",
        **{f"1,000 lines as {form}": partial(_lines, form) for form in ("json", "csv", "ndjson")},
        "units": lambda n: f"/units/?page={n + 1}",
        "home": lambda n: f"/?x={n}",
    }
    told = {kind: median(_milliseconds(client, of(n)) for n in range(1, ASKED + 1)) for kind, of in kinds.items()}
    files = sum(file.stat().st_size for file in DATA.glob(f"{made.database.name}*"))
    told["database, kB a disclosure"] = files / 1000 / len(made.fronts)
    told["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return told


def _lines(form: str, number: int) -> str:
    """A full page of the longest list; what was asked before is nowhere kept here."""
    return f"/api/v1/lines?table=03&limit=1000&format={form}"


def _milliseconds(client, address: str) -> float:
    begun = time.process_time()
    answer = client.get(address)
    took = (time.process_time() - begun) * 1000
    if answer.status_code != 200:
        raise ValueError(f"{address} answered {answer.status_code}")
    return took


def report(disclosures: int) -> dict[str, float]:
    """The same from a process of its own, with what making and publishing one took, if that was done."""
    begun, is_there = _seconds_of_children(), (DATA / f"made-{disclosures}.sqlite3").exists()
    made = make(DATA, disclosures)
    took = _seconds_of_children() - begun
    command = (sys.executable, "-m", "tests.bench.volume", "--within", str(disclosures))
    given = environment(made.database) | {"DJANGO_SETTINGS_MODULE": "disclosures.settings"}
    told = json.loads(subprocess.run(command, cwd=BASE, env=given, check=True, capture_output=True).stdout)
    return told | ({} if is_there else {"made, checked, published, ms": took * 1000 / disclosures})


def _seconds_of_children() -> float:
    """Of the processor, for the commands that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("disclosures", type=int, nargs="*", default=[100, 1000])
    asked.add_argument("--within", type=int, help=argparse.SUPPRESS)
    options = asked.parse_args()
    DATA.mkdir(parents=True, exist_ok=True)
    if options.within:
        sys.stdout.write(json.dumps(measured(make(DATA, options.within))))
        return 0
    reports = [report(number) for number in options.disclosures]
    sys.stdout.write(f"| | {' | '.join(f'{number:,}' for number in options.disclosures)} | most / fewest |\n")
    sys.stdout.write(f"|---|{'---:|' * (len(reports) + 1)}\n")
    for kind in reports[-1]:
        values = [one.get(kind) for one in reports]
        shown = " | ".join("" if value is None else f"{value:,.2f}" for value in values)
        ratio = values[-1] / values[0] if values[0] else 0
        sys.stdout.write(f"| {kind} | {shown} | {ratio:.2f} |\n")
    return 0


if __name__ == "__main__":
    os.chdir(Path(BASE))
    sys.exit(main())
