"""Points: weights that add up to the whole, scores to the subtotal, that to the total; no score over its weight."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from disclosures.amounts import Outcome, outcome_of
from disclosures.checks.figures import Figure, Unit, plain
from disclosures.checks.labels import Label, Named, quoted
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.performance.figures import NOTHING, half_step, name_of, points
from disclosures.checks.spots import FormSpot
from disclosures.checks.sums import not_checkable
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import Form, LoadedDisclosure

ALL_POINTS, EXECUTION_POINTS = Decimal(100), Decimal(10)


def weights_add_up(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """All tasks and indicators are worth 100 points together, 90 where the budget's execution is worth the rest."""
    for form in loaded.forms:
        weights = _column(form, "weight")
        if not weights or any(one.value is None for one in weights):
            total = points(form, form.form, "total_score")
            yield not_checkable(rule, Reason.NO_WEIGHTS if weights else Reason.NO_INDICATORS, Severity.ERROR, total)
            continue
        whole = _whole(form)
        yield _sum_of_points(rule, form, whole, [(1, one) for one in weights], Named("各项分值之和"))


def scores_add_up(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The printed subtotal is the sum of the scores; a form without one is looked at by its total."""
    for form in loaded.forms:
        subtotal = points(form, form.form, "subtotal")
        if subtotal.value is not None:
            yield _scores_sum(rule, form, _rounded(subtotal), [(1, one) for one in _column(form, "score")])


def totals_add_up(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Total = subtotal + points for the budget's execution − deduction; without a subtotal, the scores themselves."""
    for form in loaded.forms:
        whole = form.form
        subtotal = points(form, whole, "subtotal")
        scores = [subtotal] if subtotal.value is not None else _column(form, "score")
        execution, deduction = points(form, whole, "execution_score"), points(form, whole, "deduction")
        addends = [*((1, one) for one in scores), (1, execution), (-1, deduction)]
        total = _rounded(points(form, whole, "total_score"))
        if total.value is None:
            yield not_checkable(rule, Reason.NO_TOTAL_SCORE, Severity.ERROR, total)
        elif subtotal.value is not None and execution.value is None:
            yield not_checkable(rule, Reason.NO_EXECUTION_SCORE, Severity.ERROR, total)
        else:
            yield _scores_sum(rule, form, total, [one for one in addends if one[1].text != "空白"])


def scores_within_weights(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """No task or indicator scores more than it is worth."""
    for form in loaded.forms:
        for part in (*form.tasks, *form.indicators):
            score, weight = points(form, part, "score"), points(form, part, "weight")
            if score.value is None or weight.value is None:
                reason, item = Reason.NO_SCORE_OR_WEIGHT, quoted(getattr(part, "name", ""))
                yield not_checkable(rule, reason, Severity.ERROR, score, weight, item=item)
                continue
            outcome = Outcome.BROKEN if score.value > weight.value else Outcome.EQUAL
            yield Result(rule, outcome, Relation.WITHIN_WEIGHT, score, weight)


# ---------------------------------------------------------------------------------------------------------------------
# Sums of points
# ---------------------------------------------------------------------------------------------------------------------


def _column(form: Form, name: str) -> list[Figure]:
    return [points(form, part, name) for part in (*form.tasks, *form.indicators)]


def _whole(form: Form) -> Figure:
    """How many points a form's tasks and indicators are worth together: exact."""
    has_execution = bool(form.form.execution_score)
    value = ALL_POINTS - EXECUTION_POINTS if has_execution else ALL_POINTS
    name = "{}的满分（另有预算执行率 10 分）" if has_execution else "{}的满分"
    return Figure(value, Named(name, (name_of(form.form),)), f"{value} 分", Unit.POINTS)


def _rounded(total: Figure) -> Figure:
    """A printed sum, which may be rounded to two decimals or to as many as it prints."""
    return replace(total, half_step=total.half_step or half_step("0", at_least=2))


def _scores_sum(rule: str, form: Form, total: Figure, addends: Sequence[tuple[int, Figure]]) -> Result:
    missing = [figure for _, figure in addends if figure.value is None]
    if missing or not addends:
        among = missing[0].label if missing else Named("{}的指标", (name_of(form.form),))
        return not_checkable(rule, Reason.NO_NUMBER_AMONG, Severity.ERROR, total, what=among)
    what = "各项得分之和" if _is_of_rows(addends) else "小计加执行率得分再减去减分"
    return _sum_of_points(rule, form, total, addends, Named(what))


def _is_of_rows(addends: Sequence[tuple[int, Figure]]) -> bool:
    """Whether tasks and indicators are added up, of which one may have been lost."""
    spot = addends[0][1].spot
    return isinstance(spot, FormSpot) and bool(spot.part)


def _sum_of_points(rule: str, form: Form, total: Figure, addends: Sequence[tuple[int, Figure]], what: Label) -> Result:
    """Points, exact; the bound is half a printed step for the total and for each part that may be rounded."""
    parts = tuple(figure for _, figure in addends)
    value = sum((sign * figure.value for sign, figure in addends), NOTHING)
    bound = total.half_step + sum((part.half_step for part in parts), NOTHING)
    outcome = outcome_of(total.value - value, bound)
    right = Figure(value, what, f"{plain(value)} 分", Unit.POINTS)
    result = Result(rule, outcome, Relation.SAME, total, right, bound, parts)
    if outcome == Outcome.BROKEN and _is_of_rows(addends) and (lost := missing_row(form)):
        return _suspected(result, *lost)
    return result


def _suspected(result: Result, weight: Decimal, score: Decimal) -> Result:
    return replace(
        result,
        outcome=Outcome.NOT_APPLICABLE,
        reason=Reason.ROW_LOST,
        facts={"weight": weight, "score": score},
        severity=Severity.WARNING,
        is_suspected_loss=True,
    )


def missing_row(form: Form) -> tuple[Decimal, Decimal] | None:
    """Weight and score of the one row whose loss would explain that neither weights nor scores add up; exact points.

    A row that is worth less than half of any other is hardly one that was lost.
    """
    weights, scores = _column(form, "weight"), _column(form, "score")
    if not weights or any(one.value is None for one in (*weights, *scores)):
        return None
    weight = _whole(form).value - sum(one.value for one in weights)
    score = _expected_scores(form, scores) - sum(one.value for one in scores)
    is_plausible = weight * 2 >= min(one.value for one in weights) and weight >= score > half_step("0", at_least=2)
    return (weight, score) if is_plausible else None


def _expected_scores(form: Form, scores: list[Figure]) -> Decimal:
    """What the scores should add up to: the subtotal, else the total without what else it holds."""
    fields = ("subtotal", "total_score", "execution_score", "deduction")
    subtotal, total, execution, deduction = (points(form, form.form, name).value for name in fields)
    if subtotal is not None:
        return subtotal
    return NOTHING if total is None else total - (execution or NOTHING) + (deduction or NOTHING)
