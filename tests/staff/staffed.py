"""People with a role, made for a test."""

from django.contrib.auth.models import User

from disclosures.classification.models import Region
from disclosures.staff.models import Membership
from disclosures.staff.roles import OF_REGION, OF_UNIT, Role
from tests.building import build_unit


def member(role: Role, *, unit: str = "011001", region: str = "210400", **fields) -> User:
    """Somebody who has that role: at that unit of that region, or in that region."""
    user = User.objects.create_user(f"{role}-{User.objects.count()}", is_staff=True)
    join(user, role, unit=unit, region=region, **fields)
    return user


def join(user: User, role: Role, *, unit: str = "011001", region: str = "210400", **fields) -> Membership:
    """Give somebody one more role."""
    if role in OF_UNIT:
        fields |= {"unit": build_unit(unit, region=region)}
    elif role in OF_REGION:
        fields |= {"region": Region.objects.get_or_create(code=region, defaults={"name": "抚顺市"})[0]}
    return Membership.objects.create(user=user, role=role, **fields)
