"""How Django learns what somebody may do: from the memberships that hold today, and for one thing from its unit."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Q

from disclosures.staff.roles import Role
from disclosures.staff.scope import memberships_today, places_for, unit_of


class MembershipBackend(ModelBackend):
    """A membership puts its user into the group of its role for as long as it holds."""

    def _get_group_permissions(self, user_obj):
        return Permission.objects.filter(self._of_groups(user_obj)).distinct()

    def _of_groups(self, user_obj) -> Q:
        roles = {Role(membership.role).label for membership in memberships_today(user_obj)}
        return Q(group__in=user_obj.groups.all()) | Q(group__name__in=roles)

    def get_all_permissions(self, user_obj, obj=None):
        """One's own and those of one's groups, in one query; every page of staff asks."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            user_obj._perm_cache = self._named(user_obj)
        return user_obj._perm_cache

    def _named(self, user_obj) -> set[str]:
        found = Permission.objects.all()
        if not user_obj.is_superuser:
            found = found.filter(Q(user=user_obj) | self._of_groups(user_obj)).distinct()
        names = found.order_by().values_list("content_type__app_label", "codename")
        return {f"{app}.{codename}" for app, codename in names}

    def has_perm(self, user_obj, perm, obj=None):
        """With a thing that belongs to a unit: whether the permission reaches that unit."""
        unit = unit_of(obj)
        if unit is None:
            return super().has_perm(user_obj, perm)
        return places_for(user_obj, perm).hold(unit)
