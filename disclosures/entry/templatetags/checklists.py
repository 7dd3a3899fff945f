"""For the pages of the checklist: the field that answers a finding, the sentence that declares a table empty."""

from django import template
from django.forms import BoundField

from disclosures.entry.checklist import declaring
from disclosures.entry.checklist.answering import AnswersForm
from disclosures.entry.checklist.findings import Finding

register = template.Library()


@register.simple_tag
def field_for(form: AnswersForm, finding: Finding, may_answer: bool) -> BoundField | None:
    """Where the finding is answered; None for whoever may not."""
    return form[finding.key] if may_answer else None


@register.simple_tag
def usual_reason(number: str, year: int) -> str:
    """What most documents print below an empty table."""
    return declaring.usual_reason(number, year)
