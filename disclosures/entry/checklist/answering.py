"""The unit's answers to what is broken, typed beside each finding; they may come at any time."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.db import transaction

from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Result
from disclosures.entry.drafts.saved import tell_saved
from disclosures.entry.rows.fields import Text
from disclosures.publication.ready import said_to
from disclosures.statements.legible import validate_seen
from disclosures.statements.models import Disclosure

OVERTAKEN = "您打开这一页以后，别人把这条答复改成了：{stored}。您写的还在下面；再保存一次，就用您写的。"
LONGEST = 2000  # characters of an answer: it explains, it is no document


class AnswersForm(forms.Form):
    """One field for each fact that is broken, under the key of its first result; one that is emptied is taken back.

    Each is sent with the answer that the page showed, so that what somebody else wrote since is not lost unseen.
    """

    def __init__(self, facts: Iterable[Sequence[Result]], said: dict[str, str], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.keys = {fact[0].key: [result.key for result in fact] for fact in facts}
        for key, results in self.keys.items():
            self.fields[key] = Text(
                required=False,
                strip=True,
                max_length=LONGEST,
                validators=[validate_seen],
                widget=forms.Textarea(attrs={"rows": 2, "cols": 70}),
                label="答复",
                show_hidden_initial=True,
            )
            self.initial[key] = _kept(said, results)

    def said(self, fact: Sequence[Result]) -> str:
        """The answer that is kept."""
        return self.initial[fact[0].key]

    def meet(self, said: dict[str, str]) -> None:
        """Refuse what would overwrite an answer that the page did not show; sent once more, it is meant."""
        for key in self.changed_data:
            stored, shown = _kept(said, self.keys[key]), self.add_initial_prefix(key)
            if stored not in (self.cleaned_data[key], self.fields[key].clean(self.data.get(shown, ""))):
                cast(Any, self.data)[shown] = stored  # a copy of what was sent
                self.add_error(key, OVERTAKEN.format(stored=stored or "（没有答复）"))


def answers_form(request, facts: Iterable[Sequence[Result]], *, said: dict[str, str], is_sent: bool) -> AnswersForm:
    """The answers as they are kept, or as they are sent."""
    return AnswersForm(facts, said, request.POST.copy() if is_sent else None)


def save_answers(model_admin: Any, request, disclosure: Disclosure, form: AnswersForm) -> bool:
    """Keep what was changed, or say in the form why not; an emptied answer stays as an empty text, shown nowhere."""
    with transaction.atomic():
        Disclosure.objects.select_for_update().get(pk=disclosure.pk)  # nobody submits or answers meanwhile
        form.meet(said_to(disclosure))
        if form.errors:
            return False
        for key in form.changed_data:
            for finding in form.keys[key]:
                values = {"text": form.cleaned_data[key], "answered_by": request.user}
                Answer.objects.update_or_create(disclosure=disclosure, finding=finding, defaults=values)
    tell_saved(request)
    if form.changed_data:
        model_admin.log_change(request, disclosure, f"答复核对项 {len(form.changed_data)} 处。")
        messages.success(request, f"已保存 {len(form.changed_data)} 处答复。")
    return True


def _kept(said: dict[str, str], results: Iterable[str]) -> str:
    """The answer to a fact, of which each place may have one."""
    return next(filter(None, map(said.get, results)), "")
