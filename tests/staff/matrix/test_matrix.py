"""Every address of the admin × every role × own and other unit: exactly what the declaration of rights says."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from disclosures.audit.models import Change
from disclosures.classification.models import Code, Region
from disclosures.entry.models import UploadedFile
from disclosures.intake.models import ReadingReport
from disclosures.publication.models import ReaderQuestion, Subscription
from disclosures.staff.models import Membership
from disclosures.staff.rights import ALL, NO, RIGHTS
from disclosures.staff.roles import Role
from disclosures.statements.models import (
    Disclosure,
    Duty,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    SourceDocument,
    Summary,
    Term,
    Unit,
    UnitInScope,
)
from tests.building import build_disclosure
from tests.once import once
from tests.staff.matrix.addresses import ADDRESSES, ELSEWHERE, EVERYBODY, NOBODY, Address, names
from tests.staff.staffed import member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("two_units")]

OWN, OTHER = "011001", "999001"
REGIONS = {OWN: "210400", OTHER: "330100"}
REFUSED = (403, 404)
BY_TITLE = {right.title: right for right in RIGHTS}


@once
def two_units():
    """The same in two cities: a draft with a source, an uploaded file and a person of that unit."""
    for code, region in REGIONS.items():
        source = SourceDocument.objects.create(name=f"{code}.txt", media_type="text/plain", sha256=code, content=b"a")
        earlier = build_disclosure(2022, unit_code=code, region=region)
        question = ReaderQuestion.objects.create(disclosure=earlier, subject="2022 年度决算", text="为什么？", key=code)
        ReaderQuestion.objects.filter(pk=question.pk).update(state="answered", answer="是这样的。")
        draft = build_disclosure(unit_code=code, region=region, source=source)
        _without_rows(draft)
        ReadingReport.objects.create(disclosure=draft, content={"problems": [], "repairs": [], "unread": []}, digest="")
        clerk = User.objects.create_user(f"clerk-{code}", is_staff=True)
        Membership.objects.create(user=clerk, role=Role.CLERK, unit=draft.unit)
        _upload(draft, clerk)
    Subscription.objects.create(
        callback="https://example.org/", topic="/feed.atom", secret="s", origin="http://testserver"
    )
    Code.objects.get_or_create(scheme="function", code="201", defaults={"name": "一般公共服务支出"})


def _without_rows(draft: Disclosure) -> None:
    """What begins with the rows of the form, or with last year's, begins only where there are none."""
    for part in (Summary, Paragraph, Duty, Term, UnitInScope, PerformanceTask, PerformanceIndicator):
        part.objects.filter(disclosure=draft).delete()


def _upload(draft: Disclosure, by: User) -> None:
    UploadedFile.objects.create(
        name="a.txt", content=b"a", sha256="a", user=by, held_until=timezone.now(), unit=draft.unit, year=draft.year
    )


def _argument(address: Address, unit: str) -> list:
    """What the address is about, at that unit; what belongs to no unit is the same for both."""
    disclosure = Disclosure.objects.get(unit__code=unit, year=2023)
    things = {
        "disclosure": disclosure.pk,
        "unit": disclosure.unit_id,
        "form": PerformanceForm.objects.filter(disclosure=disclosure).values_list("pk", flat=True).first(),
        "source": disclosure.source_id,
        "question": ReaderQuestion.objects.get(disclosure__unit=disclosure.unit).pk,
        "upload": UploadedFile.objects.get(unit=disclosure.unit).pk,
        "person": User.objects.get(username=f"clerk-{unit}").pk,
        "membership": Membership.objects.get(user__username=f"clerk-{unit}").pk,
        "region": Region.objects.get(code="210400").pk,
        "code": Code.objects.first().pk,
        "subscription": Subscription.objects.get().pk,
        "year": 2023,
        "entry": Change.objects.filter(unit=f"{REGIONS[unit]}-{unit}").values_list("pk", flat=True).first(),
    }
    return [things[address.of], *([address.key] if address.key else [])] if address.of else []


def _may(role: Role | None, title: str, address: Address, unit: str) -> bool:
    """What the declaration says."""
    if title == EVERYBODY:
        return True
    if title == NOBODY or role is None:
        return False
    reach = BY_TITLE[title].reach(role)
    if address.of == "upload":
        return reach is not NO and unit == OWN  # what somebody uploaded is seen by nobody else
    is_of_a_unit = address.of not in ("", "region", "code", "year")
    return reach is not NO and (reach is ALL or unit == OWN or not is_of_a_unit)


def _person(role: Role | None, **fields) -> User:
    """Somebody with that role at the one unit or in its region, who uploaded the file there."""
    user = member(role, unit=OWN, **fields) if role else User.objects.create_user("nobody", is_staff=True)
    UploadedFile.objects.filter(unit__code=OWN).update(user=user)
    return user


def _differences(client, role: Role | None) -> list[str]:
    """Where what happens is not what is declared."""
    found = []
    for address in ADDRESSES:
        for unit in (OWN, OTHER):
            url = reverse(f"admin:{address.name}", args=_argument(address, unit))
            for ask, title in ((client.get, address.look), (client.post, address.change)):
                if title == NOBODY and ask == client.post:
                    continue
                if ask == client.get and title == NOBODY and address.change != NOBODY:
                    continue  # a page that only takes what is sent
                with transaction.atomic():
                    answer = ask(url)
                    transaction.set_rollback(True)
                is_refused = answer.status_code in REFUSED or answer.headers.get("Location") == reverse("admin:index")
                if is_refused is _may(role, title, address, unit):
                    found.append(f"{ask.__name__} {url} of {unit}: {answer.status_code}, declared {title}")
    return found


@pytest.mark.parametrize("role", [*Role, None])
def test_each_role_may_do_what_is_declared_and_nothing_else(client, role):
    client.force_login(_person(role))
    assert not (found := _differences(client, role)), "\n".join(found)


@pytest.mark.parametrize("role", list(Role))
def test_a_membership_that_has_ended_gives_nothing(client, role):
    yesterday = timezone.localdate() - timedelta(days=1)
    client.force_login(_person(role, since=yesterday - timedelta(days=9), until=yesterday))
    assert not (found := _differences(client, None)), "\n".join(found)


def test_who_is_not_signed_in_is_asked_to(client):
    for address in ADDRESSES:
        url = reverse(f"admin:{address.name}", args=_argument(address, OWN))
        for answer in (client.get(url), client.post(url)):
            assert answer.status_code == 302, url
            assert answer["Location"].startswith(reverse("admin:login")), url
    assert Unit.objects.count() == 2


def test_every_address_is_declared():
    declared = {address.name for address in ADDRESSES} | ELSEWHERE.keys()
    assert names() - declared == set()
    assert declared - names() == set()
