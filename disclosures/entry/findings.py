"""What the checks find in a revision, with what to do about it, and the unit's answers, which may come at any time."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import BoundField
from django.http import HttpResponseRedirect
from django.urls import reverse

from disclosures.checks.keeping import report_of
from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import BY_CODE
from disclosures.entry.beside import page_beside
from disclosures.entry.rows.fields import Text
from disclosures.publication.steps import PUBLIC
from disclosures.staff.rights import ANSWER
from disclosures.statements.models import Disclosure

LONGEST = 2000  # characters of an answer: it explains, it is no document


@dataclass(frozen=True)
class Entry:
    """A finding for the clerk: what cannot hold, where the document has it, what to do, and the field to answer in."""

    message: str
    places: tuple[str, ...]
    advice: str
    field: BoundField | None = None


class AnswersForm(forms.Form):
    """One field for each finding, under its key; an answer that is emptied is taken back."""

    def __init__(self, results: list[Result], *args, **kwargs):
        super().__init__(*args, **kwargs)
        for result in results:
            widget = forms.Textarea(attrs={"rows": 2, "cols": 70})
            self.fields[result.key] = Text(required=False, strip=True, max_length=LONGEST, widget=widget, label="答复")


def findings_url(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_findings", args=[disclosure.pk])


def findings_page(model_admin, request, disclosure: Disclosure):
    """The findings for whoever may see the disclosure; fields for whoever may answer."""
    if not model_admin.has_view_permission(request, disclosure):
        raise PermissionDenied
    may_answer = request.user.has_perm(ANSWER, disclosure)
    if request.method == "POST" and not may_answer:
        raise PermissionDenied
    report = report_of(disclosure)
    broken = list({result.key: result for result in report.broken}.values())
    said = dict(Answer.objects.filter(disclosure=disclosure).values_list("finding", "text"))
    form = AnswersForm(broken, request.POST if request.method == "POST" else None, initial=said)
    if form.is_valid():
        return _saved(model_admin, request, disclosure, form)
    context = {
        "form": form,
        "may_answer": may_answer,
        "is_public": disclosure.state in PUBLIC,
        "counts": report.counts,
        "lost": [_entry(result) for result in report.results if result.is_suspected_loss],
        "findings": [_entry(result, form[result.key]) for result in broken],
    }
    return page_beside(model_admin, request, disclosure, "findings.html", "核对结果", **context)


def _entry(result: Result, field: BoundField | None = None) -> Entry:
    rule, sides = BY_CODE.get(result.rule), (result.left, result.right)
    places = dict.fromkeys(side.spot.place for side in sides if side and side.spot and side.spot.place)
    return Entry(result.message, tuple(places), rule.advice if rule else "", field)


def _saved(model_admin, request, disclosure: Disclosure, form: AnswersForm):
    """Keep what was changed; an emptied answer stays as an empty text, which no page shows."""
    with transaction.atomic():
        for key in form.changed_data:
            values = {"text": form.cleaned_data[key], "answered_by": request.user}
            Answer.objects.update_or_create(disclosure=disclosure, finding=key, defaults=values)
    if form.changed_data:
        model_admin.log_change(request, disclosure, f"答复核对项 {len(form.changed_data)} 处。")
        messages.success(request, f"已保存 {len(form.changed_data)} 处答复。")
    return HttpResponseRedirect(findings_url(disclosure))
