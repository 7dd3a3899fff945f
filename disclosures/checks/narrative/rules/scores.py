"""Self-evaluation in the text: scores against the forms, their average, and how many forms there are."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure, Unit, in_words
from disclosures.checks.labels import FieldLabel, FormName, Named
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.rules.amounts import same
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.spots import FormSpot
from disclosures.checks.sums import compared, not_checkable, undecided
from disclosures.checks.wording.reasons import Reason
from disclosures.statements.models import PerformanceForm
from disclosures.statements.numbers import number_in

_PREFIX = "score:"


def scores(rule: str, reading: Reading) -> Iterator[Result]:
    """F6: a score in the text is the total score of the form."""
    for mention in _scores(reading):
        if found := _total_score(reading, mention.meaning.subject.key.removeprefix(_PREFIX)):
            yield same(rule, reading.loaded, mention.figure, found)


def _scores(reading: Reading) -> list[Mention]:
    return [one for one in reading.mentions if one.meaning and one.meaning.subject.key.startswith(_PREFIX)]


def _total_score(reading: Reading, name: str) -> Figure | None:
    """The printed total of the form with that name, or of the unit's own form; points. None where it has no number."""
    forms = [one.form for one in reading.loaded.forms if one.form.kind == PerformanceForm.UNIT]
    if name != "unit":
        found = reading.vocabulary.form(name)
        forms = [found.form] if found else []
    if len(forms) != 1 or (value := number_in(forms[0].total_score)) is None:
        return None
    (form,) = forms
    spot = FormSpot(form.place, form.position, "total_score")
    return Figure(value, FieldLabel(FormName(form.name), "总得分"), f"{form.total_score} 分", Unit.POINTS, spot)


def average(rule: str, reading: Reading) -> Iterator[Result]:
    """F6a: the average in the text is that of the projects' scores in the text."""
    found = {one.meaning.subject.key: one for one in _of_projects(reading)}
    for mention in reading.of(Role.ACTUAL, "score:average"):
        if not found:
            yield not_checkable(rule, Reason.NO_SCORES, Severity.ERROR, mention.figure)
            continue
        yield _average(rule, reading, mention, [one.figure for one in found.values()])


def _of_projects(reading: Reading) -> list[Mention]:
    return [one for one in _scores(reading) if one.meaning.subject.key not in ("score:average", "score:unit")]


def _average(rule: str, reading: Reading, mention: Mention, points: list[Figure]) -> Result:
    value = sum((figure.value for figure in points), Decimal(0)) / len(points)
    rounded = value.quantize(Decimal(1).scaleb(-mention.printed.decimals), ROUND_HALF_UP)
    text = in_words(rounded, reading.loaded.disclosure.precision, Unit.POINTS)
    right = Figure(rounded, Named("{} 个项目得分的平均", (len(points),)), text, Unit.POINTS)
    return compared(rule, reading.loaded, mention.figure, right, Decimal(0), parts=tuple(points))


# ---------------------------------------------------------------------------------------------------------------------
# How many
# ---------------------------------------------------------------------------------------------------------------------

_KINDS = {"evaluated:unit": PerformanceForm.UNIT, "evaluated:projects": PerformanceForm.PROJECT}


def numbers_of_forms(rule: str, reading: Reading) -> Iterator[Result]:
    """F6n: no more forms are published than were made; fewer may be."""
    for key, kind in _KINDS.items():
        count = sum(one.form.kind == kind for one in reading.loaded.forms)
        for mention in reading.of(Role.ACTUAL, key):
            yield _number(rule, reading, mention, count, dict(PerformanceForm.KINDS)[kind])


def _number(rule: str, reading: Reading, mention: Mention, count: int, kind: str) -> Result:
    right = Figure(Decimal(count), Named(f"公开的{kind}表"), f"{count} 张", Unit.NUMBER)
    result = compared(rule, reading.loaded, mention.figure, right, Decimal(0), severity=Severity.WARNING)
    if result.outcome == Outcome.BROKEN and count < mention.figure.value:
        return undecided(result, Reason.SOME_FORMS_ALONE if count else Reason.NO_FORMS)
    return result


def numbers_of_units(rule: str, reading: Reading) -> Iterator[Result]:
    """D7u: as many units as the text says are in its list."""
    for mention in reading.of(Role.ACTUAL, "units"):
        listed = len(reading.loaded.units)
        right = Figure(Decimal(listed), Named("名单里的单位"), f"{listed} 家", Unit.NUMBER)
        result = compared(rule, reading.loaded, mention.figure, right, Decimal(0), severity=Severity.WARNING)
        yield result if listed else not_checkable(rule, Reason.NO_UNITS_LISTED, Severity.WARNING, mention.figure)
