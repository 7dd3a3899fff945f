"""The page on which the whole narrative is one text: pasted, begun with standard sentences, looked at, saved."""

from hashlib import sha256

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse

from disclosures.entry.beside import page_beside
from disclosures.entry.drafts.saved import tell_saved
from disclosures.entry.rows.fields import Text
from disclosures.entry.writing.begun import begun_text
from disclosures.entry.writing.marked import marked
from disclosures.entry.writing.pasted import LONGEST, PastedText, text_of
from disclosures.statements.models import Disclosure, State

WRITE, LOOK, SAVE = "write", "look", "save"
_CHANGED = "您打开以后，别人改过这份文字说明。下面是您的文字，还没有存；请先看现在存着的文字，再存一次就以您的为准。"


class WholeTextForm(forms.Form):
    """The text, and what was stored when it was opened."""

    text = Text(
        strip=True,
        label="文字说明全文",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 24, "class": "whole-text"}),
        help_text="可以把整篇文字从 Word 或 WPS 里复制过来；一段一行。标题照原样写：第二部分…、一、…、（一）…",
        error_messages={
            "required": "还没有文字。",
            "max_length": f"文字太长；最多 {LONGEST} 个字。决算表请到各张表里填。",
        },
    )
    stored = forms.CharField(widget=forms.HiddenInput, required=False)


def whole_text_url(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_whole_text", args=[disclosure.pk])


def whole_text_page(model_admin, request, disclosure: Disclosure):
    """Show the text, say what would become of it, or save it; which of these the pressed button says."""
    if not model_admin.has_change_permission(request, disclosure):
        raise PermissionDenied
    wish = request.POST.get("do", "")
    stored = text_of(disclosure)
    if wish == WRITE:
        text = begun_text(disclosure, request.POST.get("text", "")[:LONGEST])
        return _page(model_admin, request, disclosure, _opened(text, stored), PastedText(disclosure, text))
    if not wish:
        return _page(model_admin, request, disclosure, _opened(stored, stored))
    form = WholeTextForm(request.POST)
    if not form.is_valid():
        return _page(model_admin, request, disclosure, form)
    pasted = PastedText(disclosure, form.cleaned_data["text"])
    if wish == SAVE and pasted.paragraphs:
        if saved := _saved(model_admin, request, pasted, form.cleaned_data["stored"]):
            return saved
        form = _opened(pasted.text, text_of(disclosure))
    return _page(model_admin, request, disclosure, form, pasted)


def _saved(model_admin, request, pasted: PastedText, seen: str):
    """Save unless somebody has changed the stored text meanwhile; None where it was not saved."""
    draft = pasted.draft
    with transaction.atomic():
        locked = Disclosure.objects.select_for_update().get(pk=draft.pk)
        if locked.state != State.DRAFT:
            raise PermissionDenied
        if _mark(text_of(locked)) != seen:
            messages.error(request, _CHANGED)
            return None
        pasted.save()
    tell_saved(request)
    model_admin.log_change(request, draft, f"存入整篇文字说明，{len(pasted.paragraphs)} 段。")
    messages.success(request, f"已存入文字说明 {len(pasted.paragraphs)} 段。")
    return HttpResponseRedirect(reverse("admin:statements_disclosure_change", args=[draft.pk]))


def _page(model_admin, request, disclosure: Disclosure, form: WholeTextForm, pasted: PastedText | None = None):
    context: dict = {}
    if pasted:
        context["counts"] = [(model._meta.verbose_name, len(rows)) for model, rows in pasted.parts.items()]
        context["marked"] = list(marked(pasted.paragraphs, pasted.report.links))
    return page_beside(
        model_admin, request, disclosure, "whole_text.html", "整篇文字说明", form=form, pasted=pasted, **context
    )


def _opened(text: str, stored: str) -> WholeTextForm:
    return WholeTextForm(initial={"text": text, "stored": _mark(stored)})


def _mark(stored: str) -> str:
    """What tells one stored text from another."""
    return sha256(stored.encode()).hexdigest()
