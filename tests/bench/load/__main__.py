"""Prints the report: `python -m tests.bench.load [--disclosures 300]`; needs wrk, nginx and a core for each side."""

import argparse
import sys
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.load.made import make
from tests.bench.load.measuring import Ratio, first_pages, kept_lists, kept_pages
from tests.bench.load.servers import BASE


def line(row: Ratio) -> str:
    """A row of a table in Markdown."""
    least, middle, most = row.spread
    told = "met" if row.is_met else "not met"
    return (
        f"| {row.what} | {row.ours:,.0f} | {row.against} | {row.others:,.0f} "
        f"| {least:.2f} / {middle:.2f} / {most:.2f} | {row.target:g} | {told} |"
    )


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--disclosures", type=int, default=300)
    options = asked.parse_args()
    kept = BASE / "var/bench-data"
    kept.mkdir(parents=True, exist_ok=True)
    made = make(kept, options.disclosures)
    sys.stdout.write("| what | answers/s | against | answers/s | times, least / median / most | target | |\n")
    sys.stdout.write("|---|---:|---|---:|---:|---:|---|\n")
    with TemporaryDirectory() as folder:
        rows = []
        for row in chain(kept_pages(made, Path(folder)), kept_lists(made), first_pages(made)):
            sys.stdout.write(f"{line(row)}\n")
            sys.stdout.flush()
            rows.append(row)
    return int(not all(row.is_met for row in rows))


if __name__ == "__main__":
    sys.exit(main())
