"""A revision as it is looked at before a step: itself with all its parts, what was found in it, what it corrects."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import Http404

from disclosures.checks.checking import Report
from disclosures.checks.keeping import report_in
from disclosures.checks.outcomes import Severity
from disclosures.entry.checklist.codes import sentence_of
from disclosures.entry.checklist.contents import Filling, contents_of
from disclosures.entry.checklist.corrections import Correction, correction_of, parts_of_each
from disclosures.publication.evidence.asking import contradictions_in
from disclosures.publication.ready import Draft, corrected_among
from disclosures.publication.steps import PUBLIC
from disclosures.statements.models import Disclosure
from disclosures.statements.scans.unclear import Unclear

LEVELS = ((Severity.ERROR, "错误"), (Severity.WARNING, "警告"), (Severity.NOTE, "提示"))


@dataclass(frozen=True)
class Looked:
    """What is known of the revision."""

    draft: Draft
    report: Report
    correction: Correction | None


def reached(model_admin: Any, request, pk: int) -> tuple[Disclosure, list[Disclosure]]:
    """The disclosure with what was kept of its checks, and the other revisions of its year, in one query.

    `is_scanned` beside it says whether a scan left anything in doubt, so that of most drafts nobody asks for that.
    """
    itself = Disclosure.objects.filter(pk=pk)
    of_the_year = model_admin.get_queryset(request).filter(
        unit__in=itself.values("unit"), year__in=itself.values("year")
    )
    scanned = Exists(Unclear.objects.filter(disclosure=OuterRef("pk")))
    revisions = {one.pk: one for one in of_the_year.select_related("check_run").annotate(is_scanned=scanned)}
    if pk not in revisions:
        raise Http404(f"{pk} is not reached")
    return revisions.pop(pk), list(revisions.values())


def look_at(disclosure: Disclosure, others: list[Disclosure]) -> Looked:
    """One query for each kind of part, whether it corrects one of the `others` of its year or not."""
    corrected = corrected_among(others, disclosure)
    new, *old = parts_of_each(disclosure, *filter(None, [corrected]))
    draft = Draft(disclosure, list(chain.from_iterable(new.values())))
    draft.corrects = corrected
    run = getattr(disclosure, "check_run", None)
    report = report_in(run) if run and disclosure.state in PUBLIC else draft.report
    return Looked(draft, report, correction_of(corrected, old[0], disclosure, new) if corrected else None)


def summary_of(looked: Looked) -> Iterator[tuple[str, str]]:
    """The checklist in a few lines, each a title with its sentence, for whoever is asked once more."""
    lines = [line for group in contents_of(looked.draft.loaded) for line in group.lines]
    missing = [line.title for line in lines if line.filling is Filling.MISSING]
    yield "内容", f"缺 {len(missing)} 项：{'、'.join(missing)}。" if missing else "各部分都有。"
    if found := contradictions_in(looked.draft.loaded):
        yield "科目名称", "".join(map(sentence_of, found))
    yield "核对", "；".join(_counted(looked)) or "没有对不上的。"
    if looked.correction:
        correction = looked.correction
        changed = f"与第 {correction.corrected.revision} 版相比，{len(correction.changes)} 处不同"
        yield "更正", f"{changed}。说明：{correction.note or '还没有写。'}"


def _counted(looked: Looked) -> Iterator[str]:
    for severity, title in LEVELS:
        facts = [fact for fact in looked.report.facts if fact[0].severity == severity]
        open_ = sum(not looked.draft.is_answered(fact) for fact in facts)
        if facts:
            yield f"{title} {len(facts)} 处，{f'{open_} 处没有答复' if open_ else '都已答复'}"
