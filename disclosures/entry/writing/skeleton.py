"""A self-evaluation form begun with the official levels of indicators; what is measured stays a gap to fill in."""

from collections.abc import Iterator

from disclosures.audit.recording import added
from disclosures.intake.forms.levels import PROJECT, UNIT, UNIT_INDICATORS
from disclosures.sentences.gaps import gap
from disclosures.statements.models import PerformanceForm, PerformanceIndicator

_FRAMEWORKS = {PerformanceForm.UNIT: UNIT, PerformanceForm.PROJECT: PROJECT}


def can_begin(form: PerformanceForm) -> bool:
    """Whether the form has no indicator yet."""
    return not form.indicators.exists()


def begin(form: PerformanceForm) -> int:
    """Give the form a row for each second heading, or for its usual indicators; how many rows that are."""
    rows = PerformanceIndicator.objects.filter(disclosure_id=form.disclosure_id)
    last = rows.order_by("-position").values_list("position", flat=True).first() or 0
    begun = [
        PerformanceIndicator(
            disclosure_id=form.disclosure_id, form=form, position=n, level1=first, level2=second, name=name
        )
        for n, (first, second, name) in enumerate(_named(form.kind), start=last + 1)
    ]
    return len(added(PerformanceIndicator.objects.bulk_create(begun)))


def _named(kind: str) -> Iterator[tuple[str, str, str]]:
    for first, seconds in _FRAMEWORKS[kind].items():
        for second in seconds:
            for name in UNIT_INDICATORS.get(second, (gap("三级指标"),)):
                yield first, second, name
