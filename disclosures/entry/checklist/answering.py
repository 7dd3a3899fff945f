"""The unit's answers to what is broken, typed beside each finding; they may come at any time."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction

from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Result
from disclosures.entry.drafts.saved import tell_saved
from disclosures.entry.rows.fields import Text
from disclosures.statements.legible import validate_seen
from disclosures.statements.models import Disclosure

LONGEST = 2000  # characters of an answer: it explains, it is no document


class AnswersForm(forms.Form):
    """One field for each fact that is broken, under the key of its first result; one that is emptied is taken back."""

    def __init__(self, facts: Iterable[Sequence[Result]], said: dict[str, str], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.keys = {fact[0].key: [result.key for result in fact] for fact in facts}
        self._said = said
        for key, results in self.keys.items():
            self.fields[key] = Text(
                required=False,
                strip=True,
                max_length=LONGEST,
                validators=[validate_seen],
                widget=forms.Textarea(attrs={"rows": 2, "cols": 70}),
                label="答复",
            )
            self.initial[key] = next(filter(None, map(said.get, results)), "")

    def said(self, fact: Sequence[Result]) -> str:
        """The answer that is kept."""
        return self.initial[fact[0].key]


def answers_form(request, facts: Iterable[Sequence[Result]], *, said: dict[str, str], is_sent: bool) -> AnswersForm:
    """The answers as they are kept, or as they are sent."""
    return AnswersForm(facts, said, request.POST if is_sent else None)


def save_answers(model_admin: Any, request, disclosure: Disclosure, form: AnswersForm) -> None:
    """Keep what was changed; an emptied answer stays as an empty text, which no page shows."""
    with transaction.atomic():
        Disclosure.objects.select_for_update().get(pk=disclosure.pk)  # nobody submits between two answers
        for key in form.changed_data:
            for finding in form.keys[key]:
                values = {"text": form.cleaned_data[key], "answered_by": request.user}
                Answer.objects.update_or_create(disclosure=disclosure, finding=finding, defaults=values)
    tell_saved(request)
    if form.changed_data:
        model_admin.log_change(request, disclosure, f"答复核对项 {len(form.changed_data)} 处。")
        messages.success(request, f"已保存 {len(form.changed_data)} 处答复。")
