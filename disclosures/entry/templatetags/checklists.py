"""For the pages of findings: the field that answers a finding."""

from django import template
from django.forms import BoundField

from disclosures.entry.checklist.answering import AnswersForm
from disclosures.entry.checklist.findings import Finding

register = template.Library()


@register.simple_tag
def field_for(form: AnswersForm, finding: Finding, may_answer: bool) -> BoundField | None:
    """Where the finding is answered; None for whoever may not."""
    return form[finding.key] if may_answer else None
