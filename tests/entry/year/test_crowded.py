"""With 300 units over five years each page for staff takes, for every role, at most 25 queries and a second."""

import time
from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disclosures.entry.disclosures import ON_PAGES
from disclosures.entry.models import Progress, UploadedFile
from disclosures.intake.models import ReadingReport
from disclosures.staff.models import Membership
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, PerformanceForm
from tests.entry.year.crowd import Crowd, make_crowd
from tests.once import once
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

YEARS = (2019, 2020, 2021, 2022, 2023)
QUERIES, SECONDS = 25, 1.0


@once
def crowd() -> Crowd:
    made = make_crowd(300, YEARS)
    ReadingReport.objects.create(disclosure=made.full, content={})
    for number in range(40):  # people with places of their own, for the lists of people
        Membership.objects.create(user=member(Role.CLERK), role=Role.CLERK, unit=made.units[number + 1])
    return made


def addresses(crowd: Crowd, user) -> Iterator[str]:
    """Every page of the admin: for each model its list, its search, its page to add, one to change; then our own."""
    yield reverse("admin:index")
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"admin:{name}_changelist")
        yield f"{reverse(f'admin:{name}_changelist')}?q=2"
        yield reverse(f"admin:{name}_add")
        if one := model._default_manager.order_by("pk").first():
            yield reverse(f"admin:{name}_change", args=[one.pk])
            yield reverse(f"admin:{name}_history", args=[one.pk])
            yield reverse(f"admin:{name}_delete", args=[one.pk])
    yield from pages_of_disclosures(crowd)
    overview = reverse("admin:statements_disclosure_year", args=[YEARS[-1]])
    yield from (overview, f"{overview}?region=210402", f"{overview}?state=submitted", f"{overview}?clock=overdue")
    yield f"{overview}?format=csv"
    yield reverse("admin:entry_uploadedfile_change", args=[upload_of(crowd, user).pk])
    for field in (
        "statements.disclosure.unit",
        "staff.membership.unit",
        "staff.membership.user",
        "statements.unit.region",
    ):
        app, model, field_name = field.split(".")
        yield f"{reverse('admin:autocomplete')}?app_label={app}&model_name={model}&field_name={field_name}&term=2"


def pages_of_disclosures(crowd: Crowd) -> Iterator[str]:
    """Of a full draft and of one that was submitted: the disclosure, its parts, findings, steps and the rest."""
    submitted = Disclosure.objects.get(unit=crowd.ways["submitted"][1], year=YEARS[-1])
    for disclosure in (crowd.full, submitted):
        yield reverse("admin:statements_disclosure_change", args=[disclosure.pk])
        for part in ON_PAGES:
            yield reverse("admin:statements_disclosure_part", args=[disclosure.pk, part._meta.model_name])
        for page in ("report", "findings", "whole_text", "last_year"):
            yield reverse(f"admin:statements_disclosure_{page}", args=[disclosure.pk])
    for disclosure, key in ((crowd.full, "submit"), (submitted, "return"), (submitted, "publish"), (submitted, "plan")):
        yield reverse("admin:statements_disclosure_step", args=[disclosure.pk, key])
    form = PerformanceForm.objects.filter(disclosure=crowd.full).first()
    yield reverse("admin:statements_performanceform_change", args=[form.pk])


def upload_of(crowd: Crowd, user) -> UploadedFile:
    return UploadedFile.objects.get_or_create(
        user=user, state=Progress.READ, unit=crowd.full.unit, year=2023,
        defaults={"name": "决算.xlsx", "sha256": "", "content": b"", "held_until": timezone.now()},
    )[0]  # fmt: skip


def of_role(role: Role, crowd: Crowd):
    """Somebody with that role; a clerk types for as many units as anybody might."""
    user = member(role)
    if role == Role.CLERK:
        for units in crowd.ways.values():
            Membership.objects.bulk_create(Membership(user=user, role=role, unit=unit) for unit in units[1:6])
    return user


def asked(client: Client, address: str) -> tuple[int, int, float, CaptureQueriesContext]:
    with CaptureQueriesContext(connection) as queries:
        begun = time.process_time()
        status = client.get(address).status_code
        took = time.process_time() - begun
    return status, len(queries), took, queries


@pytest.mark.parametrize("role", Role)
def test_every_page_takes_few_queries_and_little_time(crowd, client, role):
    user = of_role(role, crowd)
    client.force_login(user)
    client.get(reverse("admin:index"))  # what is read once for each process
    found = {address: asked(client, address)[:3] for address in addresses(crowd, user)}
    shown = {address: one for address, one in found.items() if one[0] == 200}
    assert len(shown) > (60 if role == Role.CLERK else 30)
    assert {status for status, *_ in found.values()} <= {200, 302, 403, 404}
    assert {address: one for address, one in shown.items() if one[1] > QUERIES or one[2] > SECONDS} == {}


@pytest.mark.parametrize("do", ["return", "publish", "plan"])
def test_asking_about_a_hundred_takes_few_queries(crowd, client, do):
    client.force_login(member(Role.PUBLISHER))
    address = reverse("admin:statements_disclosure_many", args=[YEARS[-1]])
    with CaptureQueriesContext(connection) as queries:
        response = client.post(address, {"do": do, "all": "1"})
    assert len(response.context["able"]) > 30
    assert len(queries) <= QUERIES
