"""The check form as a page that can be printed."""

from collections import Counter
from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from disclosures.checks.keeping import report_of
from disclosures.entry.beside import page_beside
from disclosures.entry.checklist.check_form import filled_in
from disclosures.entry.checklist.judging import Subject, Verdict
from disclosures.statements.loaded import load
from disclosures.statements.models import Disclosure


def check_form_url(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_check_form", args=[disclosure.pk])


def check_form_page(model_admin: Any, request, pk: int):
    """The form for whoever may see the disclosure, filled in from what is stored now."""
    disclosure = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not model_admin.has_view_permission(request, disclosure):
        raise PermissionDenied
    loaded = load(disclosure)
    report = report_of(disclosure, loaded)
    sections = filled_in(Subject(loaded, report))
    counted = Counter(line.judged.verdict for section in sections for line in section.lines)
    context = {
        "sections": sections,
        "counts": [(verdict.value, counted[verdict]) for verdict in Verdict],
        "version": report.version,
        "now": timezone.now(),
    }
    return page_beside(model_admin, request, disclosure, "check_form.html", "检查表", **context)
