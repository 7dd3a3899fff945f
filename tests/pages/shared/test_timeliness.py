"""Whether a year was public in time: on the page of the unit and below those of the disclosure."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from disclosures.pages.shared.timeliness import timeliness_of
from disclosures.publication import workflow
from disclosures.statements.models import Disclosure
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"
APPROVED = date(2024, 8, 12)


@pytest.mark.parametrize(
    ("days", "below", "among_years"),
    [
        (0, "公开 2024 年 8 月 12 日：按时（第 0 天）", "第 0 天，按时"),
        (18, "批复 2024 年 8 月 12 日，公开 2024 年 8 月 30 日：按时（第 18 天）", "第 18 天，按时"),
        (20, "：按时（第 20 天）", "第 20 天，按时"),
        (23, "：超期 3 天（第 23 天）", "第 23 天，超期"),
    ],
)
def test_both_days_are_told_with_whether_that_was_in_time(client, days, below, among_years):
    published_disclosure(approval_date=APPROVED, publication_date=APPROVED + timedelta(days=days))
    assert below in client.get(f"{UNIT}2023/").content.decode()
    page = client.get(UNIT).content.decode()
    assert "批复后公开" in page
    assert among_years in page


def test_it_is_told_in_english_too(client):
    published_disclosure(approval_date=APPROVED, publication_date=APPROVED + timedelta(days=18))
    assert "in time (day 18 of 20)" in client.get(f"/en{UNIT}2023/").content.decode()
    assert "day 18, in time" in client.get(f"/en{UNIT}").content.decode()


@pytest.mark.parametrize(
    "days", [{}, {"publication_date": APPROVED}, {"approval_date": APPROVED, "publication_date": date(2024, 8, 1)}]
)
def test_where_a_day_is_not_known_nothing_is_said(client, days):
    published_disclosure(**days)
    assert "按时" not in client.get(f"{UNIT}2023/").content.decode()
    assert "批复后公开" not in client.get(UNIT).content.decode()


def test_without_a_day_in_the_document_that_of_the_first_revision_here_counts(client):
    first = published_disclosure(approval_date=timezone.localdate() - timedelta(days=3))
    assert timeliness_of(first).day == 3
    draft = workflow.revise(first)
    Disclosure.objects.filter(pk=draft.pk).update(change_note="改了一处")
    workflow.submit(draft)
    workflow.publish(draft)
    assert timeliness_of(draft) is None  # the first revision is another row
    first.refresh_from_db()
    assert timeliness_of(draft, first).day == 3
    assert "第 3 天，按时" in client.get(UNIT).content.decode()
