"""The steps of a revision: which are allowed, what they set, what they count."""

import pytest
from django.utils import timezone

from disclosures.publication import workflow
from disclosures.publication.current import publication_number
from disclosures.publication.steps import STEPS
from disclosures.publication.workflow import WorkflowError
from disclosures.statements.models import Disclosure, State
from tests.building import build_disclosure, build_unit, published_disclosure, submitted_disclosure

pytestmark = pytest.mark.django_db

TAKE = {
    "submit": workflow.submit,
    "return_to_draft": workflow.return_to_draft,
    "publish": workflow.publish,
    "withdraw": lambda disclosure: workflow.withdraw(disclosure, "数字有误"),
}
ALLOWED = {
    "submit": (State.DRAFT, State.SUBMITTED),
    "return_to_draft": (State.SUBMITTED, State.DRAFT),
    "publish": (State.SUBMITTED, State.PUBLISHED),
    "withdraw": (State.PUBLISHED, State.WITHDRAWN),
}


def revision_in(state: State) -> Disclosure:
    """A disclosure brought to that state by the steps themselves."""
    if state == State.DRAFT:
        return build_disclosure()
    if state == State.SUBMITTED:
        return submitted_disclosure()
    disclosure = published_disclosure()
    if state == State.WITHDRAWN:
        workflow.withdraw(disclosure, "数字有误")
    if state == State.SUPERSEDED:
        later = workflow.revise(disclosure)
        workflow.submit(later)
        workflow.publish(later)
        disclosure.refresh_from_db()
    return disclosure


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", TAKE)
def test_a_step_is_taken_from_its_own_state_and_refused_from_every_other(name, state):
    disclosure = revision_in(state)
    source, target = ALLOWED[name]
    if state == source:
        TAKE[name](disclosure)
        assert disclosure.state == target
    else:
        with pytest.raises(WorkflowError, match=f"这一版{state.label}，不能"):
            TAKE[name](disclosure)
        disclosure.refresh_from_db()
        assert disclosure.state == state


def test_the_table_of_steps_is_the_way_from_draft_to_the_public_and_never_back():
    assert {(step.source, step.target) for step in STEPS} == {
        *ALLOWED.values(),
        (State.PUBLISHED, State.SUPERSEDED),
        (State.SUPERSEDED, State.PUBLISHED),
    }


def test_publishing_records_when_and_what_and_keeps_a_date_that_the_document_gives():
    before = timezone.now()
    disclosure = published_disclosure()
    assert before <= disclosure.published_at <= timezone.now()
    assert disclosure.publication_date is None  # when the unit first published it elsewhere is not ours to guess
    dated = published_disclosure(year=2022, publication_date="2023-09-01")
    assert str(dated.publication_date) == "2023-09-01"


def test_publishing_a_second_revision_supersedes_the_first(published_2023):
    second = workflow.revise(published_2023)
    workflow.submit(second)
    workflow.publish(second)
    published_2023.refresh_from_db()
    assert (published_2023.state, second.state) == (State.SUPERSEDED, State.PUBLISHED)
    assert published_2023.closed_at == second.published_at


def test_an_earlier_revision_is_not_published_over_a_later_one():
    first, second = submitted_disclosure(), submitted_disclosure(revision=2)
    workflow.publish(second)
    with pytest.raises(WorkflowError, match="第 2 版已经公开过，不能再发布更早的第 1 版"):
        workflow.publish(first)


def test_revisions_of_other_units_and_years_are_not_superseded():
    others = [published_disclosure(year=2022), published_disclosure(unit_code="011002")]
    published_disclosure()
    for other in others:
        other.refresh_from_db()
        assert other.state == State.PUBLISHED


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_withdrawing_needs_a_reason(reason, published_2023):
    with pytest.raises(WorkflowError, match="原因"):
        workflow.withdraw(published_2023, reason)
    published_2023.refresh_from_db()
    assert published_2023.state == State.PUBLISHED


def test_withdrawing_keeps_the_reason_and_the_hour(published_2023):
    workflow.withdraw(published_2023, " 数字有误 ")
    assert published_2023.withdrawal_reason == "数字有误"
    assert published_2023.closed_at >= published_2023.published_at


def test_the_publication_number_counts_what_changes_the_public_pages_and_nothing_else():
    assert publication_number() == 0
    disclosure = submitted_disclosure()
    assert publication_number() == 0
    workflow.publish(disclosure)
    assert publication_number() == 1
    later = workflow.revise(disclosure)
    workflow.submit(later)
    assert publication_number() == 1
    workflow.publish(later)
    assert publication_number() == 2
    workflow.withdraw(later, "数字有误")
    assert publication_number() == 3


def test_a_step_forgets_what_the_instance_had_not_saved():
    disclosure = build_disclosure()
    disclosure.title = "另一个标题"
    workflow.submit(disclosure)
    assert disclosure.title == "抚顺市信访局2023年度部门决算公开"


def test_a_deleted_revision_takes_no_step():
    disclosure = Disclosure.objects.create(unit=build_unit(), year=2023, unit_name="抚顺市信访局")
    Disclosure.objects.all().delete()
    with pytest.raises(WorkflowError, match="已经被删除"):
        workflow.submit(disclosure)
