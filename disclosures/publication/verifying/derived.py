"""What is kept beside a revision so that pages need not compute it: findings, totals, what the search finds."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.db import models

from disclosures.checks.checking import Report, check
from disclosures.checks.keeping import report_of
from disclosures.checks.models import BrokenRule, CheckRun
from disclosures.checks.plain import result_as_kept
from disclosures.checks.register.rules import VERSION
from disclosures.checks.register.verdicts import tally_of
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.parts import entries_of
from disclosures.publication.standing.models import Peer
from disclosures.publication.standing.storage import peer_of
from disclosures.publication.totals.adding import code_totals, other_matters, shortfalls, year_total
from disclosures.publication.totals.models import CodeTotal, OtherMatter, Shortfall, YearTotal
from disclosures.statements.loaded import LoadedDisclosure, load
from disclosures.statements.models import Disclosure, State, Term

_TOTALS = {
    CodeTotal: "分科目汇总",
    YearTotal: "年度汇总",
    Shortfall: "没有完成的指标",
    OtherMatter: "其他事项的数",
    Peer: "同类单位",
}


def derived_of(disclosure: Disclosure) -> Iterator[str]:
    """What differs from what its lines come to now; a revision that is not current has findings alone."""
    is_current = disclosure.state == State.PUBLISHED
    loaded = load(disclosure)
    yield from _findings(disclosure, loaded)
    made: dict[type[models.Model], Iterable[models.Model]] = {
        CodeTotal: code_totals(loaded) if is_current else (),
        YearTotal: [year_total(loaded)] if is_current else (),
        Shortfall: shortfalls(loaded) if is_current else (),
        OtherMatter: other_matters(loaded) if is_current else (),
        Peer: [peer_of(disclosure)] if is_current else (),
    }
    for model, rows in made.items():
        if contents(rows) != contents(model._default_manager.filter(disclosure=disclosure)):
            yield f"{disclosure}：{_TOTALS[model]}与各表不符。"
    entries = entries_of(disclosure) if is_current else ()
    if contents(entries) != contents(SearchEntry.objects.filter(disclosure=disclosure)):
        yield f"{disclosure}：搜索里的内容与公开的内容不符。"


def _findings(disclosure: Disclosure, loaded: LoadedDisclosure) -> Iterator[str]:
    """Findings of the rules of today are found again; of older rules, what is counted must agree with what is kept."""
    run = CheckRun.objects.filter(disclosure=disclosure).first()
    if run is None:
        if disclosure.state != State.SUBMITTED:
            yield f"{disclosure}：没有核对结果。"
        return
    try:
        kept = report_of(disclosure)
    except Exception as error:  # noqa: BLE001  whatever was written there is no report
        yield f"{disclosure}：核对结果读不出来（{error}）。"
        return
    times = Counter(result.rule for result in kept.broken)
    counted = dict(BrokenRule.objects.filter(run=run).values_list("rule", "times"))
    counts = kept.counts | asdict(tally_of(kept.results))
    if counted != times or any(getattr(run, name) != count for name, count in counts.items()):
        yield f"{disclosure}：核对结果的计数与结果本身不符。"
    if run.version == VERSION and _plain(kept) != _plain(check(loaded)):
        yield f"{disclosure}：核对结果与现在按同样规则核对的不同。"


def _plain(report: Report) -> list:
    """All results as they are kept."""
    return json.loads(json.dumps(list(map(result_as_kept, report.results))))


def shared_entries() -> Iterator[str]:
    """Units and terms are found once, however many disclosures name them."""
    current = Disclosure.objects.filter(state=State.PUBLISHED)
    units = {unit.slug: unit.name for unit in _units(current)}
    found = dict(SearchEntry.objects.filter(kind=EntryKind.UNIT, disclosure=None).values_list("key", "title"))
    if units != found:
        yield "搜索里的单位与现行的决算不符。"
    explained = {
        ("".join(name.split()), text)
        for name, text in Term.objects.filter(disclosure__in=current).values_list("name", "definition")
    }
    terms = set(SearchEntry.objects.filter(kind=EntryKind.TERM, disclosure=None).values_list("key", "text"))
    if not terms <= explained or {key for key, _ in terms} != {key for key, _ in explained}:
        yield "搜索里的名词解释与现行的决算不符。"


def _units(current: models.QuerySet[Disclosure]) -> Iterator[Any]:
    seen = set()
    for disclosure in current.select_related("unit").iterator(chunk_size=500):
        if disclosure.unit_id not in seen:
            seen.add(disclosure.unit_id)
            yield disclosure.unit


def contents(rows: Iterable[models.Model]) -> Counter:
    """The rows by all they say, whatever their order and their numbers."""
    return Counter(
        json.dumps([f.value_from_object(row) for f in row._meta.concrete_fields if not f.primary_key], default=str)
        for row in rows
    )
