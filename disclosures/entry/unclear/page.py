"""The page on which a scan's doubts are compared with their pictures, one below the other."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from disclosures.entry.beside import page_beside
from disclosures.entry.checklist.looking import reached
from disclosures.entry.drafts.saved import tell_saved
from disclosures.entry.unclear.comparing import forms_for, save_compared
from disclosures.entry.unclear.places import DoubtsOf
from disclosures.statements.models import Disclosure


def unclear_url(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_unclear", args=[disclosure.pk])


def unclear_page(model_admin: Any, request, pk: int):
    """For whoever may see the disclosure; comparing for whoever may change the draft."""
    disclosure, _ = reached(model_admin, request, pk)
    if not model_admin.has_view_permission(request, disclosure):
        raise PermissionDenied
    may_compare = model_admin.has_change_permission(request, disclosure)
    wrong: dict[int, Any] = {}
    if request.method == "POST":
        if not may_compare:
            raise PermissionDenied
        doubts, refused, count = save_compared(disclosure, request.POST, request.user)
        wrong = {form.compared.doubt.pk: form for form in refused}
        if count:
            model_admin.log_change(request, disclosure, f"对照图片核对 {count} 处。")
            messages.success(request, f"已核对 {count} 处。")
        if not wrong:
            tell_saved(request)
            return HttpResponseRedirect(unclear_url(disclosure))
    else:
        doubts = DoubtsOf(disclosure)
    context = {
        "may_compare": may_compare,
        "forms": [wrong.get(form.compared.doubt.pk, form) for form in forms_for(doubts)],
        "settled": [one for one in doubts.compared if not one.is_open],
        "checklist_url": reverse("admin:statements_disclosure_checklist", args=[disclosure.pk]),
    }
    return page_beside(model_admin, request, disclosure, "unclear.html", "对照图片", **context)
