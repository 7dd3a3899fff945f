"""Measuring in pairs: ours and what it is held against, in turn; processor time, so that nobody else counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import process_time


@dataclass(frozen=True)
class Row:
    """Seconds of processor time of ours and of the yardstick, the median ratio of the pairs, and the ratio aimed at."""

    what: str
    against: str
    ours: float
    yardstick: float
    ratio: float
    target: float


def paired(what: str, ours: Callable, against: str, yardstick: Callable, target: float, runs: int = 7) -> Row:
    """Run both in turn after a warm-up each; medians, and the median of the ratios pair by pair."""
    ours(), yardstick()
    pairs = [(_seconds(ours), _seconds(yardstick)) for _ in range(runs)]
    return Row(
        what,
        against,
        median(one for one, _ in pairs),
        median(other for _, other in pairs),
        median(one / other for one, other in pairs),
        target,
    )


def memory(what: str, peak: Callable[[], float], limit: float) -> Row:
    """The peak of a process in MB against a limit; shown as a row whose ratio is the part of the limit used."""
    used = peak()
    return Row(what, f"limit of {limit:.0f} MB", used / 1000, limit / 1000, used / limit, 1)


def _seconds(action: Callable) -> float:
    start = process_time()
    action()
    return process_time() - start


def print_rows(rows: Iterable[Row]) -> None:
    """A table for a terminal, a row as soon as it is measured."""
    print(f"{'what':<58}{'ms (MB)':>10}  {'against':<40}{'ms (MB)':>10}{'ratio':>8}{'target':>8}")  # noqa: T201 - a program's report
    for row in rows:
        print(  # noqa: T201
            f"{row.what:<58}{row.ours * 1000:>10.1f}  {row.against:<40}{row.yardstick * 1000:>10.1f}"
            f"{row.ratio:>8.2f}{row.target:>8.2f}",
            flush=True,
        )
