"""Which units and disclosures somebody reaches. Every page for staff goes through the functions of this module.

For a list, begin with what may be seen:

    disclosures_for(request.user)                 # those that may be read
    disclosures_for(request.user, rights.PUBLISH) # those that may be published, such as for many at once
    units_for(request.user, rights.ADD)           # those for which a disclosure may be made or imported
    limited(SomeModel.objects.all(), request.user, "disclosure__unit")  # anything else, by its way to the unit

For one thing, look it up in such a list (`get_object_or_404(disclosures_for(request.user), pk=pk)`), so that a guessed
address is not found, and then ask Django, with the permission by its name in `rights.py` and the thing itself:

    request.user.has_perm(rights.RETURN, disclosure)  # also for a unit, or what belongs to a disclosure

Without a thing, `has_perm` says whether somebody has that right anywhere. Admins take all this from `entry/access.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model, Q, QuerySet

from disclosures.classification.models import Region
from disclosures.staff.models import Membership
from disclosures.staff.rights import ALL, OWN, READ, reach_of
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, Unit

User = AbstractBaseUser | AnonymousUser
AnyModel = TypeVar("AnyModel", bound=Model)


@dataclass(frozen=True)
class Places:
    """Where somebody has a permission: everywhere, or in some units and in some regions with all below them."""

    everywhere: bool = False
    units: frozenset[int] = frozenset()
    regions: frozenset[str] = frozenset()

    def hold(self, unit: Unit) -> bool:
        """No query where the unit's region and what it lies in were selected with it."""
        if self.everywhere or unit.pk in self.units:
            return True
        return bool(self.regions) and any(region.code in self.regions for region in unit.region.path())

    def all_units(self) -> QuerySet[Unit]:
        steps = ("code__in", "parent__in", "parent__parent__in")
        below = Region.objects.filter(Q(*((step, self.regions) for step in steps), _connector=Q.OR))
        return Unit.objects.filter(Q(pk__in=self.units) | Q(region__in=below.values("pk"))).order_by()


def memberships_today(user: Any) -> list[Membership]:
    """What somebody is today; asked once for each request, as Django does with permissions."""
    if not user.is_active or user.is_anonymous:
        return []
    if not hasattr(user, "_memberships_today"):
        user._memberships_today = list(Membership.objects.filter(user=user).today())
    return user._memberships_today


def places_for(user: Any, permission: str = READ) -> Places:
    """Where somebody has that permission today."""
    if user.is_active and user.is_superuser:
        return Places(everywhere=True)
    reached = [(one, reach_of(Role(one.role), permission)) for one in memberships_today(user)]
    own = [one for one, reach in reached if reach is OWN]
    return Places(
        everywhere=any(reach is ALL for _, reach in reached),
        units=frozenset(_known(one.unit_id for one in own)),
        regions=frozenset(_known(one.region_id for one in own)),
    )


def _known(keys: Iterable) -> Iterable:
    return (key for key in keys if key is not None)


def limited(queryset: QuerySet[AnyModel], user: User, unit: str, permission: str = READ) -> QuerySet[AnyModel]:
    """The rows of `queryset` for whose unit the user has that permission; `unit` is the way from a row to its unit."""
    places = places_for(user, permission)
    return queryset if places.everywhere else queryset.filter(**{f"{unit}__in": places.all_units().values("pk")})


def disclosures_for(user: User, permission: str = READ) -> QuerySet[Disclosure]:
    """The revisions for which somebody has that permission; without one, those that may be read."""
    return limited(Disclosure.objects.all(), user, "unit", permission)


def units_for(user: User, permission: str = READ) -> QuerySet[Unit]:
    """The units for whose disclosures somebody has that permission; without one, those that may be read."""
    return limited(Unit.objects.all(), user, "pk", permission)


def unit_of(obj: Any) -> Unit | None:
    """The unit that something belongs to: a unit itself, a disclosure, a part of one; None for what has no unit."""
    if isinstance(obj, Unit):
        return obj
    disclosure = obj if isinstance(obj, Disclosure) else getattr(obj, "disclosure", None)
    return disclosure.unit if disclosure else None
