"""Each public revision against its digest and against the steps that it took."""

from collections.abc import Iterator

from django.db.models import Count

from disclosures.publication.digest import digest
from disclosures.publication.history import StepTaken
from disclosures.publication.steps import PUBLISH, REINSTATE, SUPERSEDE, WITHDRAW
from disclosures.statements.models import Disclosure, State

_LEADS_TO = {step.key: step.target for step in (PUBLISH, REINSTATE, SUPERSEDE, WITHDRAW)}


def revision_of(disclosure: Disclosure) -> Iterator[str]:
    """What is wrong with it; its parts are read again."""
    if not disclosure.digest:
        yield f"{disclosure}：没有校验码，却已公开。"
    elif digest(disclosure) != disclosure.digest:
        yield f"{disclosure}：内容与发布时的校验码不符。"
    yield from _steps(disclosure)


def _steps(disclosure: Disclosure) -> Iterator[str]:
    """The last step says in which state it is; what was published before steps were kept has none."""
    taken = list(StepTaken.objects.filter(disclosure=disclosure).order_by("pk"))
    if not taken:
        return
    steps = [step for step in taken if step.step in _LEADS_TO]
    if not steps or _LEADS_TO[steps[-1].step] != disclosure.state:
        yield f"{disclosure}：状态是{disclosure.get_state_display()}，经过里最后一步却不是。"
    if (disclosure.published_at is None) or (disclosure.closed_at is None) != (disclosure.state == State.PUBLISHED):
        yield f"{disclosure}：发布时间、停用时间与状态不符。"
    withdrawn = next((step for step in steps if step.step == WITHDRAW.key), None)
    if (withdrawn.reason if withdrawn else "") != disclosure.withdrawal_reason:
        yield f"{disclosure}：撤回原因与撤回时写的不同。"


def years_with_two() -> Iterator[str]:
    """No year of a unit has two current revisions."""
    current = Disclosure.objects.filter(state=State.PUBLISHED).order_by("unit", "year")
    for unit, year, count in current.values_list("unit__name", "year").annotate(Count("pk")).filter(pk__count__gt=1):
        yield f"{unit} {year} 年度：有 {count} 版同时是现行版。"
