"""The page on which the whole narrative is one text: pasted, begun with standard sentences, looked at, saved."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from disclosures.entry.beside import page_beside
from disclosures.entry.conflicts.merging import ALL, Conflict
from disclosures.entry.conflicts.shown import Shown, shown_before
from disclosures.entry.conflicts.texts import CHOICES
from disclosures.entry.conflicts.told import closed_page, conflict_context, tell_others
from disclosures.entry.drafts.saved import tell_saved
from disclosures.entry.rows.fields import Text
from disclosures.entry.writing.begun import begun_text
from disclosures.entry.writing.kept import Kept, laid_over, rows_now
from disclosures.entry.writing.marked import marked
from disclosures.entry.writing.pasted import LONGEST, PastedText, text_of
from disclosures.staff.rights import CHANGE
from disclosures.statements.models import Disclosure, State

WRITE, LOOK, SAVE = "write", "look", "save"
_SAVING = ("_save", ALL)  # the buttons beside a choice


class WholeTextForm(forms.Form):
    """The text."""

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


def whole_text_url(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_whole_text", args=[disclosure.pk])


def whole_text_page(model_admin, request, disclosure: Disclosure):
    """Show the text, say what would become of it, or save it; which of these the pressed button says."""
    if not model_admin.has_change_permission(request, disclosure):
        return _refused(model_admin, request, disclosure)
    wish = request.POST.get("do", SAVE if any(name in request.POST for name in _SAVING) else "")
    stored = text_of(disclosure)
    if wish == WRITE:
        text = begun_text(disclosure, request.POST.get("text", "")[:LONGEST])
        return _page(model_admin, request, disclosure, _opened(text), PastedText(disclosure, text))
    if not wish:
        return _page(model_admin, request, disclosure, _opened(stored))
    form = WholeTextForm(request.POST)
    if not form.is_valid():
        return _page(model_admin, request, disclosure, form)
    pasted = PastedText(disclosure, form.cleaned_data["text"])
    if wish == SAVE and pasted.paragraphs:
        return _saved(model_admin, request, pasted)
    return _page(model_admin, request, disclosure, form, pasted)


def _refused(model_admin, request, disclosure: Disclosure):
    """What was typed before the draft was submitted is shown once more."""
    if not (request.user.has_perm(CHANGE, disclosure) and shown_before(request)):
        raise PermissionDenied
    text = request.POST.get("text", "")
    return closed_page(model_admin, request, disclosure, [Conflict("text", "文字说明全文", "", "", text)])


def _saved(model_admin, request, pasted: PastedText):
    """Save, unless somebody else has changed the same passage meanwhile."""
    draft = pasted.draft
    with transaction.atomic():
        locked = Disclosure.objects.select_for_update().get(pk=draft.pk)
        if locked.state != State.DRAFT:
            return _refused(model_admin, request, locked)
        kept = laid_over(pasted, request.POST, shown_before(request))
        tell_others(request, kept.merge.others)
        if kept.merge.conflicts:
            return _page(model_admin, request, draft, _opened(kept.pasted.text), kept.pasted, kept)
        kept.save()
    tell_saved(request)
    model_admin.log_change(request, draft, f"存入整篇文字说明，{len(kept.pasted.paragraphs)} 段。")
    messages.success(request, f"已存入文字说明 {len(kept.pasted.paragraphs)} 段。")
    return HttpResponseRedirect(reverse("admin:statements_disclosure_change", args=[draft.pk]))


def _page(
    model_admin, request, disclosure: Disclosure, form, pasted: PastedText | None = None, kept: Kept | None = None
):
    """The page; it goes on to say what it showed at first, until somebody has been asked about what changed since."""
    first = None if kept else shown_before(request)
    rows = rows_now(disclosure) | ({CHOICES: kept.choices} if kept else {})
    shown = first or Shown(request.path, timezone.now(), rows)
    context = conflict_context(request, disclosure, kept.merge if kept else None, shown)
    if pasted:
        context["counts"] = [(model._meta.verbose_name, len(rows)) for model, rows in pasted.parts.items()]
        context["marked"] = list(marked(pasted.paragraphs, pasted.report.links))
    return page_beside(
        model_admin, request, disclosure, "whole_text.html", "整篇文字说明", form=form, pasted=pasted, **context
    )


def _opened(text: str) -> WholeTextForm:
    return WholeTextForm(initial={"text": text})
