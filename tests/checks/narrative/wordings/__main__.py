"""Every wording over made-up units: `python -m tests.checks.narrative.wordings [--seeds N] [--first N] [FILE …]`.

Of each: how many figures, how many of them are linked, false alarms, figures of no account that were held against
something, and what became of planted errors; then the phrases that were not linked. `--quiet` leaves the phrases out.
"""

import argparse
import os
import sys
from collections import Counter
from pathlib import Path

import django

HERE = Path(__file__).parent
_HEAD = f"{'wording':34}{'figures':>8}{'linked':>9}{'alarms':>8}{'strays':>8}  planted: found missed unlinked alone\n"


def main() -> int:
    """The report; the status says whether anything consistent was called wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("files", nargs="*", type=Path, default=sorted(HERE.glob("*/*.txt")))
    asked.add_argument("--seeds", type=int, default=10, help="units for each wording")
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--plants", type=int, default=3, help="planted errors for each unit")
    asked.add_argument("--quiet", action="store_true")
    options = asked.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosures.settings")
    django.setup()
    return _report(options)


def _report(options: argparse.Namespace) -> int:
    from tests.checks.narrative.wordings.language import read
    from tests.checks.narrative.wordings.trying import Tried, tried

    every, details = Tried(), []
    sys.stdout.write(_HEAD)
    for path in options.files:
        one = tried(read(path), range(options.first, options.first + options.seeds), options.plants)
        sys.stdout.write(_row(path.stem, one))
        details += [*_details(path.stem, one)]
        every.figures += one.figures
        every.linked += one.linked
        every.alarms += one.alarms
        every.strays += one.strays
        every.planted += one.planted
    sys.stdout.write(_row("all", every))
    sys.stdout.writelines([] if options.quiet else details)
    return int(bool(every.alarms))


def _row(name: str, one) -> str:
    ends = "".join(f"{one.planted[end]:>9}" for end in ("found", "missed", "unlinked", "alone"))
    return f"{name:34}{one.figures:>8}{one.share:>8.1f}%{one.alarms.total():>8}{one.strays.total():>8}  {ends}\n"


def _details(name: str, one):
    """Of each role the phrase that was seen first, and how often; alarms by their sentence."""
    counts: Counter = Counter()
    first: dict[str, str] = {}
    for phrase, times in one.unlinked.items():
        role = phrase.split()[0]
        counts[role] += times
        first.setdefault(role, phrase)
    yield f"\n{name}\n"
    for role, times in counts.most_common():
        yield f"  {times:>4} x {first[role]}\n"
    yield from (f"  ALARM {times} x {sentence[:200]}\n" for sentence, times in one.alarms.most_common(8))
    yield from (f"  STRAY {times} x {link[:120]}\n" for link, times in one.strays.most_common(8))
    yield from (f"  MISSED {phrase[:160]}\n" for phrase in one.missed[:8])


if __name__ == "__main__":
    sys.exit(main())
