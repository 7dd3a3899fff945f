"""A correction is withdrawn and what it had replaced is current again, as it was published."""

import pytest
from django.urls import reverse

from disclosures.publication import workflow
from disclosures.publication.digest import verify
from disclosures.publication.history import history_of
from disclosures.publication.totals.models import CodeTotal
from disclosures.publication.workflow import WorkflowError
from disclosures.statements.models import Disclosure, State
from tests.building import corrected_disclosure, published_disclosure

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"


def test_the_earlier_revision_is_current_again_word_for_word(client, published_2023):
    totals = list(CodeTotal.objects.order_by("code").values_list("code", "disclosure"))
    before = client.get(f"{UNIT}2023/").content
    second = corrected_disclosure(published_2023, unit_name="抚顺市信访总局")
    assert "信访总局" in client.get(f"{UNIT}2023/").content.decode()
    workflow.withdraw(second, "更正有误。", reinstating=True)
    published_2023.refresh_from_db()
    assert (published_2023.state, published_2023.closed_at, second.state) == (State.PUBLISHED, None, State.WITHDRAWN)
    assert verify(published_2023)
    assert client.get(f"{UNIT}2023/").content == before
    assert "更正有误" in client.get(f"{UNIT}2023.r2/").content.decode()
    assert list(CodeTotal.objects.order_by("code").values_list("code", "disclosure")) == totals
    assert [taken.step for taken in history_of(published_2023)] == [
        "submit",
        "publish",
        "revise",
        "supersede",
        "reinstate",
    ]


def test_every_page_of_both_revisions_stands(client, published_2023):
    workflow.withdraw(corrected_disclosure(published_2023, unit_name="信访总局"), "有误", reinstating=True)
    for edition in ("2023", "2023.r1", "2023.r2"):
        for page in ("", "tables/03/", "changes/", "checks/", "narrative/", "cite/"):
            assert client.get(f"{UNIT}{edition}/{page}").status_code == 200, (edition, page)
    assert client.get("/search/?q=信访").status_code == 200


def test_what_was_withdrawn_itself_does_not_come_back(published_2023):
    second = corrected_disclosure(published_2023)
    workflow.withdraw(second, "有误", reinstating=True)
    published_2023.refresh_from_db()
    third = corrected_disclosure(published_2023)
    workflow.withdraw(third, "有误", reinstating=True)
    published_2023.refresh_from_db()
    assert published_2023.state == State.PUBLISHED
    with pytest.raises(WorkflowError, match="没有可以恢复"):
        workflow.withdraw(published_2023, "有误", reinstating=True)
    published_2023.refresh_from_db()
    assert published_2023.state == State.PUBLISHED


def test_the_choice_is_offered_where_there_is_one(admin_client, published_2023):
    def buttons(disclosure: Disclosure) -> list[str]:
        page = admin_client.get(reverse("admin:statements_disclosure_change", args=[disclosure.pk]))
        return [action.key for action in page.context["actions"]]

    assert "reinstate" not in buttons(published_2023)
    second = corrected_disclosure(published_2023)
    assert {"withdraw", "reinstate"} <= set(buttons(second))
    step = reverse("admin:statements_disclosure_step", args=[second.pk, "reinstate"])
    admin_client.post(step, {"reason": "更正有误"})
    published_2023.refresh_from_db()
    assert published_2023.state == State.PUBLISHED


def test_another_year_is_not_touched(published_2023):
    other = published_disclosure(year=2022)
    with pytest.raises(WorkflowError):
        workflow.withdraw(published_2023, "有误", reinstating=True)
    other.refresh_from_db()
    assert other.state == State.PUBLISHED
