"""The steps that set a time for publishing and give it up again, and what was planned, for the page of a disclosure."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet

from disclosures.publication.models import PublicationPlan
from disclosures.publication.timed import plans
from disclosures.statements.models import Disclosure


class TimeForm(forms.Form):
    """When it is to be published."""

    at = forms.DateTimeField(
        label="发布时间",
        help_text="北京时间，要在现在以后，如 2026-12-01 09:00",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": "请写明发布时间，如 2026-12-01 09:00。",
            "invalid": "这不是日期和时间；请写成 2026-12-01 09:00 这样。",
        },
    )


def set_time(disclosure: Disclosure, at: datetime, by: Any) -> None:
    """The step that plans; one stays with the disclosure."""
    plans.plan(disclosure, at, by)


def give_up(disclosure: Disclosure, by: Any) -> None:
    """The step that takes the plan back, whoever made it; the log of the admin has who did."""
    plans.cancel(disclosure)


def is_unplanned(disclosure: Disclosure) -> bool:
    return plans.waiting_for(disclosure) is None


def is_planned(disclosure: Disclosure) -> bool:
    return not is_unplanned(disclosure)


def plans_of(disclosure: Disclosure) -> QuerySet[PublicationPlan]:
    """All plans of that revision, the newest first, with what became of each."""
    return PublicationPlan.objects.filter(disclosure=disclosure).order_by("-pk")
