"""The page before submitting: what there is of each part, what is found, what a correction changes, what is lacking.

Whoever reviews sees the same page, where nothing is typed, with the steps that the revision has taken.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from disclosures.checks.outcomes import Severity
from disclosures.entry.beside import page_beside
from disclosures.entry.checklist.answering import answers_form, save_answers
from disclosures.entry.checklist.codes import code_doubts
from disclosures.entry.checklist.contents import contents_of
from disclosures.entry.checklist.declaring import DeclareForm, declare
from disclosures.entry.checklist.findings import levels, lost
from disclosures.entry.checklist.form_page import check_form_url
from disclosures.entry.checklist.looking import look_at, reached
from disclosures.entry.checklist.places import Places
from disclosures.entry.steps import ACTIONS
from disclosures.entry.unclear.page import unclear_url
from disclosures.publication.history import history_of
from disclosures.staff.rights import ANSWER
from disclosures.statements.models import Disclosure, State

WAITING = (State.DRAFT, State.SUBMITTED)
STEPS = ("submit", "return", "publish")  # that lead on from this page
DECLARE = "declare"  # what the form that declares a table empty says it does


def checklist_url(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_checklist", args=[disclosure.pk])


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
    places = Places(looked.draft.loaded, is_open=is_open)
    found = levels(looked.report, places, form)
    is_draft = disclosure.state == State.DRAFT
    context = {
        "is_draft": is_draft,
        "is_open": is_open,
        "may_answer": may_answer,
        "unclear": len(looked.draft.unclear) if is_draft else 0,
        "unclear_url": unclear_url(disclosure),
        "lacks": looked.draft.lacks() if is_draft else [],
        "contents": contents_of(looked.draft.loaded),
        "declaring": declaring,
        "form": form,
        "levels": found,
        "unanswered": sum(level.unanswered for level in found if level.severity == Severity.WARNING),
        "lost": lost(looked.report, places),
        "codes": code_doubts(looked.draft.loaded, places) if disclosure.state in WAITING else [],
        "correction": looked.correction,
        "history": history_of(disclosure),
        "steps": [step for step in ACTIONS if step.key in STEPS and step.may_be_taken(request, disclosure)],
        "check_form_url": check_form_url(disclosure),
    }
    title = "提交前检查" if is_draft else "检查单"
    return page_beside(model_admin, request, disclosure, "checklist.html", title, **context)
