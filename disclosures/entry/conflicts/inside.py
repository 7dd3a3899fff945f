"""What hangs on a row and is deleted with it, as a mark that tells whether any of it has changed."""

from hashlib import sha256

from disclosures.publication.parts import content_fields
from disclosures.statements.lines import Part
from disclosures.statements.models import PerformanceForm, PerformanceIndicator, PerformanceTask


def marks_of(forms: list[PerformanceForm]) -> dict[int, str]:
    """A mark for each performance form, with its tasks and indicators; two queries for all forms."""
    keys = [form.pk for form in forms]
    told = {form.pk: [_told(form)] for form in forms}
    for model in (PerformanceTask, PerformanceIndicator):
        for row in model._default_manager.filter(form__in=keys).order_by("pk"):
            told[row.form_id].append(_told(row))
    return {key: sha256(repr(rows).encode()).hexdigest()[:16] for key, rows in told.items()}


def _told(row: Part) -> list[str]:
    return [str(field.value_from_object(row)) for field in content_fields(type(row))]
