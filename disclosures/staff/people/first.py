"""The first administrator, who makes all other accounts."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from disclosures.staff.models import Membership
from disclosures.staff.roles import Role


def administrators() -> QuerySet[User]:
    """Who can make accounts today."""
    day = timezone.localdate()
    held = Membership.objects.filter(role=Role.ADMINISTRATOR, since__lte=day).exclude(until__lt=day)
    return User.objects.filter(Q(is_superuser=True) | Q(pk__in=held.values("user")), is_active=True)


@transaction.atomic
def make_first(name: str, password: str | None) -> User:
    """By membership, as every later one: the declared rights, and nothing that stands outside of them."""
    person = User.objects.create_user(name, password=password, is_staff=True)
    Membership.objects.create(user=person, role=Role.ADMINISTRATOR)
    return person
