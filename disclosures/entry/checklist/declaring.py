"""Declaring a table empty from the page before submitting: with the reason that stands below the table."""

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction

from disclosures.entry.rows.fields import Text
from disclosures.statements.legible import validate_seen
from disclosures.statements.models import STATEMENTS, Disclosure, State, StatementHead, statements_in

_KIND_OF_TABLE = re.compile("决算(?:总|明细)?表$")


class DeclareForm(forms.Form):
    """Which table, and why it is empty."""

    number = forms.CharField(widget=forms.HiddenInput)
    reason = Text(
        strip=True,
        max_length=500,
        validators=[validate_seen],
        label="空表说明",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "要写明为什么是空表，它会印在表的下面。"},
    )


def usual_reason(number: str, year: int) -> str:
    """The sentence that most documents print below such a table; the clerk reads it before it is kept."""
    what = _KIND_OF_TABLE.sub("", STATEMENTS[number].title_in(year))
    return f"本单位{year}年度没有{what}，故本表无数据。"


def declare(model_admin: Any, request, disclosure: Disclosure, form: DeclareForm) -> None:
    """Keep the declaration; refused, with a sentence, for what is no draft any more or has figures."""
    number, reason = form.cleaned_data["number"], form.cleaned_data["reason"]
    with transaction.atomic():
        locked = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
        if locked.state != State.DRAFT or number not in statements_in(locked.year):
            raise PermissionDenied
        if _has_figures(locked, number):
            messages.error(request, f"公开{number}表里有数，不能声明为空表。")
            return
        head, _ = StatementHead.objects.get_or_create(
            disclosure=locked, number=number, defaults={"position": int(number)}
        )
        head.is_declared_empty, head.empty_reason = True, reason
        head.save(update_fields=["is_declared_empty", "empty_reason"])
    model_admin.log_change(request, disclosure, f"公开{number}表声明为空表。")
    messages.success(request, f"公开{number}表已声明为空表。")


def _has_figures(disclosure: Disclosure, number: str) -> bool:
    return any(value is not None for line in disclosure.lines(number) for value in line.amounts.values())
