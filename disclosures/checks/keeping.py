"""The report of a revision: computed anew for a draft, kept once nobody can change it, renewed when it is published."""

import json
import zlib
from collections import Counter
from dataclasses import asdict
from functools import lru_cache

import orjson

from disclosures.amounts import Outcome
from disclosures.checks.briefs import Kept
from disclosures.checks.checking import Report, check
from disclosures.checks.models import BrokenRule, CheckRun
from disclosures.checks.outcomes import Result
from disclosures.checks.plain import link_as_data, link_from, result_as_kept, result_from
from disclosures.checks.register.verdicts import tally_of
from disclosures.statements.loaded import LoadedDisclosure, load
from disclosures.statements.models import Disclosure


def report_of(disclosure: Disclosure, loaded: LoadedDisclosure | None = None) -> Report:
    """What was kept when the revision was submitted or published, else the rules as they are now.

    `loaded` spares reading it where that was done already.
    """
    run = CheckRun.objects.filter(disclosure=disclosure).first()
    return report_in(run) if run else check(loaded or load(disclosure))


def keep(disclosure: Disclosure, loaded: LoadedDisclosure | None = None) -> CheckRun:
    """Check the revision that is being submitted or published and keep what is found, in place of what was kept.

    What is found at publication stays for ever. `loaded` spares reading it where that was done already.
    """
    report = check(loaded or load(disclosure))
    forget(disclosure)
    data = {"results": list(map(result_as_kept, report.results)), "links": list(map(link_as_data, report.links))}
    run = CheckRun.objects.create(
        disclosure=disclosure,
        version=report.version,
        content=zlib.compress(json.dumps(data, ensure_ascii=False).encode()),
        unlinked=len(report.unlinked),
        **report.counts,
        **asdict(tally_of(report.results)),
    )
    times = Counter(result.rule for result in report.broken)
    BrokenRule.objects.bulk_create(BrokenRule(run=run, rule=rule, times=found) for rule, found in times.items())
    return run


def forget(disclosure: Disclosure) -> None:
    """The revision can be changed again: what was found says nothing any more."""
    CheckRun.objects.filter(disclosure=disclosure).delete()


def report_in(run: CheckRun) -> Report:
    """What was kept, as it was found then."""
    return _read(bytes(run.content), run.version)


def broken_in(run: CheckRun) -> tuple[Result, ...]:
    """What was broken of it, without a look at the rest: for lists of many revisions."""
    kept = orjson.loads(zlib.decompress(bytes(run.content)))["results"]
    return tuple(result_from(result) for result in kept if result["outcome"] == Outcome.BROKEN.value)


@lru_cache(maxsize=16)
def _read(content: bytes, version: str) -> Report:
    """The report out of what was kept; that of a few revisions at hand, for every page of one asks for it."""
    data = orjson.loads(zlib.decompress(content))
    links = Kept(data.get("links", ()), link_from)  # an early run kept none
    return Report(Kept(data["results"], result_from), version=version, links=links)
