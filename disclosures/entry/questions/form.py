"""What can be done with a question now, by whoever looks at it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django import forms

from disclosures.entry.rows.fields import Text
from disclosures.publication.questions import steps
from disclosures.publication.questions.models import ReaderQuestion
from disclosures.staff.rights import ANSWER_READERS, SHOW_ANSWERS
from disclosures.statements.legible import validate_seen

LONGEST = 2000  # characters of an answer
OPEN, ANSWERED, PUBLISHED, _WITHDRAWN, REFUSED = ReaderQuestion.Progress


@dataclass(frozen=True)
class Deed:
    """A step by the states that it begins in and the right that it asks for; `done` says that it was taken."""

    title: str
    done: str
    states: tuple[str, ...]
    right: str
    do: Callable[[ReaderQuestion, str, Any], None]


DEEDS = {
    "answer": Deed(
        "答复读者（先不公开）", "已答复。", (OPEN, ANSWERED, REFUSED), ANSWER_READERS,
        lambda question, text, by: steps.answer(question, text, by),
    ),
    "refuse": Deed(
        "不予答复", "已记为不予答复。", (OPEN, ANSWERED), ANSWER_READERS,
        lambda question, text, by: steps.refuse(question, by),
    ),
    "publish": Deed(
        "公开问题和答复", "问题和答复已经公开。", (ANSWERED,), SHOW_ANSWERS,
        lambda question, text, by: steps.publish(question, by),
    ),
    "withdraw": Deed(
        "从公开页面撤下", "已经撤下。", (PUBLISHED,), SHOW_ANSWERS,
        lambda question, text, by: steps.withdraw(question, by),
    ),
}  # fmt: skip


def deeds_for(user: Any, question: ReaderQuestion) -> dict[str, Deed]:
    """What that person may do with it now; nobody makes an own answer public."""
    may = {name: deed for name, deed in DEEDS.items() if question.state in deed.states}
    if question.answered_by_id == user.pk:
        may.pop("publish", None)
    return {name: deed for name, deed in may.items() if user.has_perm(deed.right, question)}


class DeedForm(forms.ModelForm):
    """The answer, where one may be written, and what to do; nothing is done before it is chosen."""

    answer = Text(
        label="答复", required=False, strip=True, max_length=LONGEST, validators=[validate_seen],
        widget=forms.Textarea(attrs={"rows": 6, "cols": 80}),
        help_text="告诉提问的人；公开以后照原样显示在这个数旁边。不写个人信息。",
    )  # fmt: skip
    deed = forms.ChoiceField(label="办理", widget=forms.RadioSelect, error_messages={"required": "请选择怎样办理。"})

    class Meta:
        model = ReaderQuestion
        fields = ("answer",)

    deeds: dict[str, Deed]  # set by the admin, for whoever looks

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["deed"]).choices = [(name, deed.title) for name, deed in self.deeds.items()]
        if "answer" not in self.deeds:
            del self.fields["answer"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("deed") == "answer" and not cleaned.get("answer"):
            self.add_error("answer", "请写答复。")
        return cleaned
