"""The steps of the workflow as buttons: what each does, who may take it, and the page that asks once more."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse

from disclosures.entry.beside import page_beside
from disclosures.entry.checklist.looking import Looked, look_at, reached, summary_of
from disclosures.entry.drafts.saved import tell_saved
from disclosures.entry.rows.fields import Text
from disclosures.entry.timed import TimeForm, give_up, is_planned, is_unplanned, set_time
from disclosures.publication import workflow
from disclosures.publication.steps import PUBLISH, RETURN, REVISABLE, REVISE, SUBMIT, WITHDRAW
from disclosures.publication.workflow import WorkflowError
from disclosures.staff.rights import ADD, CHANGE
from disclosures.staff.rights import PUBLISH as PUBLIC
from disclosures.staff.rights import RETURN as RIGHT_TO_RETURN
from disclosures.statements.models import Disclosure, State


class NoQuestion(forms.Form):
    """A step that only has to be confirmed."""


class SubmittingForm(forms.Form):
    """A draft that lacks some of its texts is submitted with a word on why."""

    reason = Text(strip=True, required=False, label="为什么没有", widget=forms.Textarea(attrs={"rows": 3, "cols": 60}))

    def __init__(self, *args, missing: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        if not missing:
            del self.fields["reason"]
        else:
            named = "、".join(missing)
            self.fields["reason"].required = True
            self.fields["reason"].help_text = f"还没有{named}；审核的人会看到这里写的原因"
            self.fields["reason"].error_messages["required"] = f"还没有{named}；请补上，或者写明为什么没有。"


class ReasonForm(forms.Form):
    """A step that has to be explained."""

    reason = Text(strip=True, label="原因", widget=forms.Textarea(attrs={"rows": 3, "cols": 60}))

    def __init__(self, *args, seen_by: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = seen_by
        self.fields["reason"].error_messages["required"] = f"要写明原因，{seen_by}。"


RETURNING = partial(ReasonForm, seen_by="填报的人会看到")
WITHDRAWING = partial(ReasonForm, seen_by="它会显示在这一版的公开页面上")


WAITING = (State.DRAFT, State.SUBMITTED)  # not public yet: what it holds is told once more


def supersedes(disclosure: Disclosure) -> bool:
    """Whether an earlier revision could be current in its place."""
    of_the_year = Disclosure.objects.filter(unit_id=disclosure.unit_id, year=disclosure.year)
    return of_the_year.filter(state=State.SUPERSEDED, revision__lt=disclosure.revision).exists()


@dataclass(frozen=True)
class Action:
    """A button: its address, its name, from which states it leads, the permission, what it does and what that means."""

    key: str
    title: str
    sources: tuple[State, ...]
    permission: str
    take: Callable[..., Disclosure | None]
    meaning: str
    form: Callable[..., forms.Form] = NoQuestion
    fits: Callable[[Disclosure], bool] = lambda disclosure: True
    asks_why: bool = False  # texts are missing, where they are

    def form_for(self, looked: Looked | None, data: Any) -> forms.Form:
        """What is asked before the step is taken."""
        return (
            SubmittingForm(data, missing=looked.draft.missing_texts()) if self.asks_why and looked else self.form(data)
        )

    def may_be_taken(self, request, disclosure: Disclosure) -> bool:
        """Whether that state and that user allow it, whatever else there is to it."""
        return disclosure.state in self.sources and request.user.has_perm(self.permission, disclosure)

    def is_offered(self, request, disclosure: Disclosure) -> bool:
        return self.may_be_taken(request, disclosure) and self.fits(disclosure)


ACTIONS = (
    Action("submit", SUBMIT.name, (SUBMIT.source,), CHANGE, workflow.submit, "提交后不能再改，除非退回修改。",
           asks_why=True),
    Action("return", RETURN.name, (RETURN.source,), RIGHT_TO_RETURN, workflow.return_to_draft,
           "退回后又是草稿，可以接着改。", RETURNING),
    Action("publish", PUBLISH.name, (PUBLISH.source,), PUBLIC, workflow.publish,
           "发布后人人可见，再也不能改动；要更正，另建新版。原来发布的一版会注明已被取代。"),
    Action("plan", "定时发布", (PUBLISH.source,), PUBLIC, set_time,
           "到了时间自动发布，发布前可以取消；这期间退回或改过，就不会自动发布，并注明原因。", TimeForm, is_unplanned),
    Action("cancel-plan", "取消定时发布", (PUBLISH.source,), PUBLIC, give_up,
           "取消后这一版仍待发布。", fits=is_planned),
    Action("withdraw", WITHDRAW.name, (WITHDRAW.source,), PUBLIC, workflow.withdraw,
           "撤回后不再列为现行版；它自己的网址还在，并写明撤回原因。", WITHDRAWING),
    Action("reinstate", "撤回并恢复上一版", (WITHDRAW.source,), PUBLIC, partial(workflow.withdraw, reinstating=True),
           "撤回后，被这一版取代的那一版又是现行版，一字不改；这一版自己的网址还在，并写明撤回原因。",
           WITHDRAWING, supersedes),
    Action("revise", REVISE.name, REVISABLE, ADD, workflow.revise, "新版是草稿，内容与这一版相同；这一版不受影响。"),
)  # fmt: skip


def offered(request, disclosure: Disclosure) -> list[Action]:
    """The buttons for that user on that revision."""
    return [action for action in ACTIONS if action.is_offered(request, disclosure)]


def step_page(model_admin, request, pk: int, key: str):
    """Ask once more, then take the step; what the workflow refuses is said on the page of the disclosure."""
    action = next((action for action in ACTIONS if action.key == key), None)
    if action is None:
        raise Http404(f"no step {key}")
    disclosure, others = reached(model_admin, request, pk)
    if not request.user.has_perm(action.permission, disclosure):
        raise PermissionDenied
    looked = look_at(disclosure, others) if disclosure.state in WAITING else None
    form = action.form_for(looked, request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _taken(model_admin, request, disclosure, action, form.cleaned_data)
    context = {
        "action": action,
        "form": form,
        "lacks": looked.draft.lacks() if looked and action.asks_why else [],
        "summary": summary_of(looked) if looked else (),
    }
    return page_beside(model_admin, request, disclosure, "step.html", action.title, **context)


def _taken(model_admin, request, disclosure: Disclosure, action: Action, answers: dict):
    target = disclosure
    try:
        target = action.take(disclosure, **answers, by=request.user) or disclosure
    except WorkflowError as error:
        for sentence in str(error).split("\n"):
            messages.error(request, sentence)
    else:
        tell_saved(request)
        model_admin.log_change(request, disclosure, f"{action.title}。")
        messages.success(request, f"已{action.title}：{target}")
    return HttpResponseRedirect(reverse("admin:statements_disclosure_change", args=[target.pk]))
