"""What the checks find in a revision, each with links to where it is typed, with what to do and the unit's answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from disclosures.checks.checking import Report
from disclosures.checks.keeping import report_of
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.register.rules import BY_CODE
from disclosures.checks.register.verdicts import tally_of
from disclosures.checks.wording.leading import Piece, pieces_of
from disclosures.entry.beside import page_beside
from disclosures.entry.checklist.answering import AnswersForm, answers_form, save_answers
from disclosures.entry.checklist.looking import LEVELS
from disclosures.entry.checklist.places import Place, Places
from disclosures.publication.ready import said_to
from disclosures.publication.steps import PUBLIC
from disclosures.staff.rights import ANSWER
from disclosures.statements.loaded import load
from disclosures.statements.models import Disclosure

MOST_PARTS = 60  # of a sum that are listed below a finding


@dataclass(frozen=True)
class Finding:
    """A finding for the clerk: what cannot hold, where it is typed, where the document has it, what to do.

    `key` names the field of the answer and the place on the page; `parts` are the figures that a sum is made of.
    """

    key: str
    severity: Severity
    rule: str
    sentence: tuple[Piece, ...]
    places: tuple[Place, ...]
    parts: tuple[Place, ...]
    sources: tuple[str, ...]
    advice: str
    answer: str = ""


@dataclass(frozen=True)
class Level:
    """The findings of one severity."""

    title: str
    severity: Severity
    findings: tuple[Finding, ...]

    @property
    def unanswered(self) -> int:
        return sum(not finding.answer for finding in self.findings)


def findings_url(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_findings", args=[disclosure.pk])


def findings_page(model_admin, request, disclosure: Disclosure):
    """The findings for whoever may see the disclosure; fields for whoever may answer."""
    if not model_admin.has_view_permission(request, disclosure):
        raise PermissionDenied
    may_answer = request.user.has_perm(ANSWER, disclosure)
    if request.method == "POST" and not may_answer:
        raise PermissionDenied
    loaded = load(disclosure)
    report = report_of(disclosure, loaded)
    form = answers_form(request, report.facts, said=said_to(disclosure), is_sent=request.method == "POST")
    if form.is_valid() and save_answers(model_admin, request, disclosure, form):
        return HttpResponseRedirect(findings_url(disclosure))
    places = Places(loaded, is_open=model_admin.has_change_permission(request, disclosure))
    context = {
        "form": form,
        "may_answer": may_answer,
        "is_public": disclosure.state in PUBLIC,
        "counts": report.counts,
        "tally": tally_of(report.results),
        "lost": lost(report, places),
        "levels": levels(report, places, form),
    }
    return page_beside(model_admin, request, disclosure, "findings.html", "核对结果", **context)


def levels(report: Report, places: Places, form: AnswersForm) -> list[Level]:
    """What is broken, the worst first; a fact that is printed at several places once, with all of them."""
    found = [_finding(fact, places, form.said(fact)) for fact in report.facts]
    by_severity = ((title, severity, [one for one in found if one.severity == severity]) for severity, title in LEVELS)
    return [Level(title, severity, tuple(some)) for title, severity, some in by_severity if some]


def lost(report: Report, places: Places) -> list[Finding]:
    """What may be missing from the reading alone: no finding about the document, and nothing to answer."""
    return [_finding((result,), places) for result in report.results if result.is_suspected_loss]


def _finding(fact: tuple[Result, ...], places: Places, answer: str = "") -> Finding:
    first, rule = fact[0], BY_CODE.get(fact[0].rule)
    sentence, left_out = pieces_of(first, places.hrefs(first))
    elsewhere = [Place(str(figure.label), places.href(figure, first.relation)) for figure in left_out]
    known = {piece.href for piece in sentence} | {place.href for place in elsewhere}
    for other in fact[1:]:
        new = (href for href in places.hrefs(other).values() if href and href not in known)
        elsewhere += [Place("另一处", href) for href in new]
    if not elsewhere and not any(piece.href for piece in sentence) and (place := places.instead(first)):
        elsewhere = [place]
    return Finding(
        key=first.key,
        severity=first.severity,
        rule=first.rule,
        sentence=sentence,
        places=tuple(elsewhere),
        parts=tuple(_parts(first, places))[:MOST_PARTS],
        sources=tuple(dict.fromkeys(_sources(first))),
        advice=rule.advice if rule else "",
        answer=answer,
    )


def _parts(result: Result, places: Places) -> Iterator[Place]:
    for figure in result.parts:
        if href := places.href(figure):
            yield Place(f"{figure.label} {figure.text}", href)


def _sources(result: Result) -> Iterator[str]:
    for side in (result.left, result.right):
        if side and side.spot and side.spot.place:
            yield side.spot.place
