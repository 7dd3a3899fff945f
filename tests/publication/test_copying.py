"""A new revision holds all that the old one held, and the old one stays as it was."""

import pytest

from disclosures.publication import workflow
from disclosures.publication.digest import canonical_json, verify
from disclosures.publication.workflow import WorkflowError
from disclosures.statements.models import PARTS, Disclosure, Duty, PerformanceIndicator, PerformanceTask, State
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db


def content(disclosure: Disclosure) -> str:
    """The canonical text without the two numbers that tell revisions apart."""
    return canonical_json(disclosure).replace(f'"revision":{disclosure.revision},', "")


def rows(disclosure: Disclosure) -> list:
    return [list(model.objects.filter(disclosure=disclosure).order_by("pk").values()) for model in PARTS]


def test_a_new_revision_is_a_draft_with_the_same_content():
    first = published_disclosure(change_note="", approval_date="2023-08-01")
    second = workflow.revise(first)
    assert (second.revision, second.state, second.digest, second.published_at) == (2, State.DRAFT, "", None)
    assert content(second) == content(first)
    assert second.created_at > first.created_at


def test_indicators_and_tasks_of_the_copy_hang_below_the_copied_forms():
    second = workflow.revise(published_disclosure())
    for model in (PerformanceIndicator, PerformanceTask):
        for row in model.objects.filter(disclosure=second).select_related("form"):
            assert row.form.disclosure_id == second.pk


def test_changing_and_publishing_the_copy_leaves_digest_and_rows_of_the_old_one(published_2023):
    digest, before = published_2023.digest, rows(published_2023)
    second = workflow.revise(published_2023)
    Duty.objects.filter(disclosure=second).update(text="改过的职责")
    second.lines("03").first().delete()
    workflow.submit(second)
    workflow.publish(second)
    published_2023.refresh_from_db()
    assert (published_2023.digest, rows(published_2023)) == (digest, before)
    assert verify(published_2023)
    assert verify(second)
    assert second.digest != published_2023.digest


def test_a_note_on_the_last_change_is_not_copied():
    assert workflow.revise(published_disclosure(change_note="更正了合计")).change_note == ""


def test_a_second_open_revision_is_refused(published_2023):
    workflow.revise(published_2023)
    with pytest.raises(WorkflowError, match="第 2 版草稿还没有发布"):
        workflow.revise(published_2023)


def test_a_draft_has_nothing_to_revise():
    with pytest.raises(WorkflowError, match="草稿，不能据此另建新版"):
        workflow.revise(build_disclosure())


def test_a_withdrawn_revision_can_be_corrected(published_2023):
    workflow.withdraw(published_2023, "数字有误")
    second = workflow.revise(published_2023)
    assert (second.revision, second.withdrawal_reason, second.closed_at) == (2, "", None)
    assert content(second) == content(published_2023)


def test_copying_takes_as_many_queries_for_many_lines_as_for_few(django_assert_num_queries):
    few, many = published_disclosure(), build_disclosure(year=2022)
    Duty.objects.bulk_create(Duty(disclosure=many, position=n, text=f"职责 {n}") for n in range(3, 103))
    workflow.submit(many)
    workflow.publish(many)
    doubts = 1  # asked for, of what was never scanned
    log = 3  # the unit's address, its name, one entry
    for disclosure in (few, many):
        with django_assert_num_queries(2 + 2 * len(PARTS) + doubts + 2 + 1 + 1 + log):
            workflow.revise(disclosure)
