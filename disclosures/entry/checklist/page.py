"""The page before submitting: what there is of each part, what is found, what a correction changes, what is lacking.

Whoever reviews sees the same page, where nothing is typed, with the steps that the revision has taken.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse

from disclosures.checks.checking import Report
from disclosures.checks.keeping import report_in
from disclosures.checks.outcomes import Severity
from disclosures.entry.beside import page_beside
from disclosures.entry.checklist.answering import answers_form, save_answers
from disclosures.entry.checklist.contents import contents_of
from disclosures.entry.checklist.corrections import Correction, correction_of, parts_of_each
from disclosures.entry.checklist.declaring import DeclareForm, declare
from disclosures.entry.checklist.findings import levels, lost
from disclosures.entry.checklist.form_page import check_form_url
from disclosures.entry.checklist.places import Places
from disclosures.entry.steps import ACTIONS
from disclosures.publication.history import history_of
from disclosures.publication.ready import Draft, corrected_among
from disclosures.publication.steps import PUBLIC
from disclosures.staff.rights import ANSWER
from disclosures.statements.models import Disclosure, State

STEPS = ("submit", "return", "publish")  # that lead on from this page
DECLARE = "declare"  # what the form that declares a table empty says it does


@dataclass(frozen=True)
class Looked:
    """A revision as it is looked at: itself with all its parts, what was found in it, what it corrects."""

    draft: Draft
    report: Report
    correction: Correction | None


def checklist_url(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_checklist", args=[disclosure.pk])


def look_at(disclosure: Disclosure, others: list[Disclosure]) -> Looked:
    """One query for each kind of part, whether it corrects one of the `others` of its year or not."""
    corrected = corrected_among(others, disclosure)
    new, *old = parts_of_each(disclosure, *filter(None, [corrected]))
    draft = Draft(disclosure, list(chain.from_iterable(new.values())))
    draft.corrects = corrected
    run = getattr(disclosure, "check_run", None)
    report = report_in(run) if run and disclosure.state in PUBLIC else draft.report
    return Looked(draft, report, correction_of(corrected, old[0], disclosure, new) if corrected else None)


def reached(model_admin: Any, request, pk: int) -> tuple[Disclosure, list[Disclosure]]:
    """The disclosure with what was kept of its checks, and the other revisions of its year, in one query."""
    itself = Disclosure.objects.filter(pk=pk)
    of_the_year = model_admin.get_queryset(request).filter(
        unit__in=itself.values("unit"), year__in=itself.values("year")
    )
    revisions = {one.pk: one for one in of_the_year.select_related("check_run")}
    if pk not in revisions:
        raise Http404(f"{pk} is not reached")
    return revisions.pop(pk), list(revisions.values())


def checklist_page(model_admin: Any, request, pk: int):
    """For whoever may see the disclosure; declaring and answering for whoever may."""
    disclosure, others = reached(model_admin, request, pk)
    if not model_admin.has_view_permission(request, disclosure):
        raise PermissionDenied
    is_open = model_admin.has_change_permission(request, disclosure)
    is_declaring = request.method == "POST" and request.POST.get("do") == DECLARE
    may_answer = request.user.has_perm(ANSWER, disclosure)
    if request.method == "POST" and not (is_open if is_declaring else may_answer):
        raise PermissionDenied
    declaring = DeclareForm(request.POST if is_declaring else None)
    if declaring.is_valid():
        declare(model_admin, request, disclosure, declaring)
        return HttpResponseRedirect(f"{checklist_url(disclosure)}#contents")
    looked = look_at(disclosure, others)
    form = answers_form(
        request, looked.report.facts, said=looked.draft.said, is_sent=request.method == "POST" and not is_declaring
    )
    if form.is_valid() and save_answers(model_admin, request, disclosure, form):
        return HttpResponseRedirect(f"{checklist_url(disclosure)}#findings")
    places = Places(looked.draft.book, is_open=is_open)
    found = levels(looked.report, places, form)
    is_draft = disclosure.state == State.DRAFT
    context = {
        "is_draft": is_draft,
        "is_open": is_open,
        "may_answer": may_answer,
        "lacks": looked.draft.lacks() if is_draft else [],
        "contents": contents_of(looked.draft.book),
        "declaring": declaring,
        "form": form,
        "levels": found,
        "unanswered": sum(level.unanswered for level in found if level.severity == Severity.WARNING),
        "lost": lost(looked.report, places),
        "correction": looked.correction,
        "history": history_of(disclosure),
        "steps": [step for step in ACTIONS if step.key in STEPS and step.may_be_taken(request, disclosure)],
        "check_form_url": check_form_url(disclosure),
    }
    title = "提交前检查" if is_draft else "检查单"
    return page_beside(model_admin, request, disclosure, "checklist.html", title, **context)
