"""Random documents over all formats, each written, read and judged: `python -m tests.layouts.campaign COUNT [FIRST]`.

A seed is a document: the same campaign can go on where another ended, and one seed alone can be tried again with
`python -m tests.layouts.campaign --one SEED`, which also leaves away every trait that the error does not need.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import django

from tests.layouts.troubles import FORMATS

_CHUNK = 25
_SAID = 12  # reasons of refusals that the report lists


@dataclass(frozen=True)
class Tried:
    """A seed with the traits that make its document."""

    seed: int
    traits: dict

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.traits!r}"


def drawn(seed: int, formats: tuple[str, ...] = FORMATS) -> Tried:
    """The document of a seed; formats take turns, so that each gets as many."""
    from tests.layouts.troubles import differing, random_layout, troubled

    kind = formats[seed % len(formats)]
    return Tried(seed, differing(troubled(random_layout(Random(seed), (kind,)))))


def judged(tried: Tried, folder: Path):
    """Write the document, read it, and say what it came to."""
    from disclosures.demo.made_up import make_up
    from disclosures.documents.items import DocumentError
    from disclosures.intake.reading import read_disclosure
    from tests.layouts.documents import lay_out
    from tests.layouts.troubles import troubled
    from tests.layouts.verdict import Outcome, outcome_of
    from tests.layouts.writers import WRITERS

    layout = troubled(tried.traits)
    document = lay_out(make_up(tried.seed), layout, tried.seed)
    path = folder / f"{tried.seed}.{layout['format']}"
    WRITERS[layout["format"]](document, path)
    try:
        return outcome_of(document, read_disclosure(path))
    except DocumentError as refused:
        return Outcome(layout["format"], refused=str(refused))
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError) as error:
        return Outcome(layout["format"], silent=[f"the reader breaks off: {error!r}"])  # an error of ours, to be mended
    finally:
        path.unlink()


def shrunk(tried: Tried, folder: Path) -> Tried:
    """The same document with as few traits as still make it silently wrong."""
    for name in list(tried.traits):
        if name == "format":
            continue
        fewer = replace(tried, traits={trait: value for trait, value in tried.traits.items() if trait != name})
        if judged(fewer, folder).silent:
            tried = fewer
    return tried


def run(seeds: Iterable[int], formats: tuple[str, ...] = FORMATS) -> list[tuple[Tried, object]]:
    """Outcomes in the order of the seeds."""
    with tempfile.TemporaryDirectory() as folder:
        return [(tried, judged(tried, Path(folder))) for tried in (drawn(seed, formats) for seed in seeds)]


def report(outcomes: list[tuple[Tried, object]]) -> Iterable[str]:
    """A row for each format, the reasons of refusals, and every silent error with what reproduces it."""
    yield f"{'format':8}{'documents':>10}{'refused':>9}{'silent':>8}"
    counts: dict[str, Counter] = {}
    for _, one in outcomes:
        counts.setdefault(one.kind, Counter()).update(all=1, refused=bool(one.refused), silent=bool(one.silent))
    for kind, count in [*sorted(counts.items()), ("all", sum(counts.values(), Counter()))]:
        yield f"{kind:8}{count['all']:>10}{count['refused']:>9}{count['silent']:>8}"
    reasons = Counter((one.kind, _without_digits(one.refused)) for _, one in outcomes if one.refused)
    for (kind, reason), count in reasons.most_common(_SAID):
        example = next(
            tried.seed for tried, one in outcomes if (one.kind, _without_digits(one.refused)) == (kind, reason)
        )
        yield f"refused {count} x {kind} (seed {example}): {reason[:160]}"
    for tried, one in outcomes:
        if one.silent:
            yield f"SILENT {tried}\n    {one.silent[0][:300]} (and {len(one.silent) - 1} more)"


def _without_digits(reason: str) -> str:
    return "".join(letter for letter in reason.partition(": ")[2] or reason if not letter.isdigit())


def _start() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosures.settings")
    django.setup()


def main() -> int:
    """Run as many as asked for, over all processors; the exit status says whether any was silently wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int, nargs="?", default=900)
    asked.add_argument("first", type=int, nargs="?", default=0)
    asked.add_argument("--one", type=int, help="only this seed, with as few traits as it needs")
    asked.add_argument("--formats", nargs="+", default=FORMATS)
    asked.add_argument("--processes", type=int, default=os.cpu_count())
    options = asked.parse_args()
    _start()
    formats = tuple(options.formats)
    if options.one is not None:
        return _one(drawn(options.one, formats))
    seeds = range(options.first, options.first + options.count)
    chunks = [seeds[n : n + _CHUNK] for n in range(0, len(seeds), _CHUNK)]
    with ProcessPoolExecutor(options.processes, initializer=_start) as pool:
        parts = pool.map(run, chunks, [formats] * len(chunks))
        outcomes = [pair for part in parts for pair in part]
    for line in report(outcomes):
        sys.stdout.write(f"{line}\n")
    return int(any(one.silent for _, one in outcomes))


def _one(tried: Tried) -> int:
    with tempfile.TemporaryDirectory() as folder:
        outcome = judged(tried, Path(folder))
        least = shrunk(tried, Path(folder)) if outcome.silent else tried
        again = judged(least, Path(folder))
    for line in (least, again.refused, *again.silent):
        sys.stdout.write(f"{line}\n")
    return int(bool(again.silent))


if __name__ == "__main__":
    sys.exit(main())
