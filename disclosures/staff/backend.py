"""How Django learns what somebody may do: from the memberships that hold today, and for one thing from its unit."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Q

from disclosures.staff.roles import Role
from disclosures.staff.scope import memberships_today, places_for, unit_of


class MembershipBackend(ModelBackend):
    """A membership puts its user into the group of its role for as long as it holds."""

    def _get_group_permissions(self, user_obj):
        roles = {Role(membership.role).label for membership in memberships_today(user_obj)}
        groups = Q(group__in=user_obj.groups.all()) | Q(group__name__in=roles)
        return Permission.objects.filter(groups).distinct()

    def has_perm(self, user_obj, perm, obj=None):
        """With a thing that belongs to a unit: whether the permission reaches that unit."""
        unit = unit_of(obj)
        if unit is None:
            return super().has_perm(user_obj, perm)
        return places_for(user_obj, perm).hold(unit)
