"""Reasons: points that were lost and targets that were missed are explained in the columns that the form has for it."""

from collections.abc import Iterator

from disclosures.amounts import Outcome
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.performance.figures import number, points
from disclosures.checks.performance.targets import aim_of, target_of
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import PerformanceIndicator


def losses_explained(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """An indicator that lost points or missed its target says why, and what will be done."""
    for form in loaded.forms:
        for indicator in form.indicators:
            lost, target = _lost(indicator), target_of(indicator)
            if lost or (target and not target.is_met):
                yield _explained(rule, form, indicator)


def _lost(indicator: PerformanceIndicator) -> bool:
    score, weight = number(indicator.score), number(indicator.weight)
    return score is not None and weight is not None and score < weight


def _explained(rule: str, form: Form, indicator: PerformanceIndicator) -> Result:
    """Broken where a column is blank; only a note where the other one is filled."""
    score, weight = points(form, indicator, "score"), points(form, indicator, "weight")
    columns = {"偏差原因": any(indicator.deviation.values()), "改进措施": bool(indicator.improvement.strip())}
    missing = tuple(title for title, is_there in columns.items() if not is_there)
    outcome = Outcome.BROKEN if missing else Outcome.EQUAL
    relation = Relation.LOSS_EXPLAINED if _lost(indicator) else Relation.MISS_EXPLAINED
    severity = Severity.NOTE if len(missing) == 1 else Severity.WARNING
    facts = {"aim": aim_of(indicator), "missing": missing}
    return Result(rule, outcome, relation, score, weight, severity=severity, facts=facts)


def deductions_explained(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Points taken off as a whole are explained; the form has no column for it, so its words are searched."""
    for form in loaded.forms:
        deduction = points(form, form.form, "deduction")
        if not deduction.value:
            continue
        is_said = any("减分" in text or "扣分" in text for text in _words(form))
        outcome = Outcome.EQUAL if is_said else Outcome.BROKEN
        yield Result(rule, outcome, Relation.DEDUCTION_EXPLAINED, deduction, severity=Severity.NOTE)


def _words(form: Form) -> Iterator[str]:
    yield from (form.form.goal, form.form.outcome)
    for indicator in form.indicators:
        yield from (indicator.improvement, *indicator.deviation.values())
