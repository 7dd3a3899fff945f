"""Which disclosures and units somebody reaches, and with which right."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.core.management import call_command
from django.utils import timezone

from disclosures.classification.models import Region
from disclosures.staff.rights import ADD, CHANGE, PUBLISH, READ, RETURN, RIGHTS, permissions_of, reach_of
from disclosures.staff.roles import Role
from disclosures.staff.scope import disclosures_for, limited, units_for
from disclosures.statements.models import Disclosure, StatementHead
from tests.building import build_disclosure, build_unit
from tests.once import once
from tests.staff.staffed import join, member

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = timedelta(days=1)
UNIT_IN = {"city": "210400", "county": "210402", "province": "210000", "another city": "210500"}


def regions() -> None:
    province = Region.objects.create(code="210000", name="辽宁省", level=1)
    for code, name in (("210400", "抚顺市"), ("210500", "本溪市")):
        Region.objects.create(code=code, name=name, level=2, parent=province)
    Region.objects.create(code="210402", name="新抚区", level=3, parent_id="210400")


@once
def disclosures():
    """A draft in a city, in its county, in its province and in another city."""
    regions()
    for code in UNIT_IN.values():
        Disclosure.objects.create(unit=build_unit(region=code), year=2023, unit_name=code)


def reached(user, permission: str = READ) -> set[str]:
    """The places of the disclosures that somebody reaches; the same by list, by unit and one by one."""
    places = {code: place for place, code in UNIT_IN.items()}
    by_list = {places[one.unit_name] for one in disclosures_for(user, permission)}
    by_unit = {places[unit.region_id] for unit in units_for(user, permission)}
    one_by_one = {places[one.unit_name] for one in Disclosure.objects.all() if user.has_perm(permission, one)}
    assert by_list == by_unit == one_by_one
    return by_list


@pytest.mark.usefixtures("disclosures")
@pytest.mark.parametrize(
    ("role", "region", "places"),
    [
        (Role.CLERK, "210400", {"city"}),
        (Role.CLERK, "210402", {"county"}),
        (Role.REVIEWER, "210402", {"county"}),
        (Role.REVIEWER, "210400", {"city", "county"}),
        (Role.PUBLISHER, "210000", set(UNIT_IN)),
        (Role.ADMINISTRATOR, "", set(UNIT_IN)),
    ],
)
def test_a_role_reaches_its_unit_or_its_region_with_all_below(role, region, places):
    assert reached(member(role, region=region)) == places


@pytest.mark.usefixtures("disclosures")
def test_each_right_reaches_where_its_own_role_is_had():
    user = member(Role.CLERK, region="210500")
    join(user, Role.PUBLISHER, region="210402")
    assert reached(user) == {"another city", "county"}
    assert reached(user, CHANGE) == reached(user, ADD) == {"another city"}
    assert reached(user, PUBLISH) == reached(user, RETURN) == {"county"}


@pytest.mark.usefixtures("disclosures")
@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [
        (TODAY, None, True),
        (TODAY, TODAY, True),
        (TODAY - DAY, TODAY + DAY, True),
        (TODAY + DAY, None, False),
        (TODAY - DAY, TODAY - DAY, False),
    ],
)
def test_a_membership_holds_from_its_first_to_its_last_day(since, until, holds):
    user = member(Role.CLERK, since=since, until=until)
    assert user.memberships.get().holds is holds
    assert reached(user) == ({"city"} if holds else set())
    assert user.has_perm(CHANGE) is holds


@pytest.mark.usefixtures("disclosures")
def test_others_reach_nothing_and_superusers_everything():
    assert reached(User.objects.create_user("without", is_staff=True)) == set()
    assert reached(AnonymousUser()) == set()
    assert reached(User.objects.create_superuser("all")) == set(UNIT_IN)
    gone = member(Role.ADMINISTRATOR, region="")
    gone.is_active = False
    assert reached(gone) == set()
    assert not gone.has_perm("statements.add_unit")


def test_what_belongs_to_a_disclosure_is_asked_for_its_unit():
    disclosure = build_disclosure()
    head = StatementHead.objects.filter(disclosure=disclosure).first()
    own, other = member(Role.CLERK), member(Role.CLERK, unit="011002")
    assert own.has_perm(READ, head)
    assert not other.has_perm(READ, head)
    assert head in limited(StatementHead.objects.all(), own, "disclosure__unit")
    assert not limited(StatementHead.objects.all(), other, "disclosure__unit")


@pytest.mark.usefixtures("owner")
@pytest.mark.parametrize("role", Role)
def test_a_group_has_the_permissions_that_are_declared_for_its_role(role):
    def permissions():
        return {
            f"{app}.{codename}"
            for app, codename in group.permissions.values_list("content_type__app_label", "codename")
        }

    group = Group.objects.get(name=role.label)
    assert permissions() == permissions_of(role) == member(role).get_all_permissions()
    group.permissions.clear()
    call_command("migrate", verbosity=0)
    assert permissions() == permissions_of(role)


def test_rights_on_the_same_permission_reach_equally_far():
    for right in RIGHTS:
        for permission in right.permissions:
            assert [reach_of(role, permission) for role in Role] == list(right.reaches), right.title
