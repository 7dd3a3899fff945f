"""Who may see and change what: the rights of staff for the units that they reach, and drafts alone."""

from typing import Any

from django.http import Http404

from disclosures.staff.rights import ADD, CHANGE, DELETE, READ
from disclosures.staff.scope import limited
from disclosures.statements.models import Disclosure, State


def disclosure_of(obj: Any) -> Disclosure:
    """The revision that a page of the admin is about: the object itself, or the one that it belongs to."""
    return obj if isinstance(obj, Disclosure) else obj.disclosure


class OfReachedUnits:
    """For admins: lists, search and choices hold what may be read, and the address of anything else is not found."""

    to_unit = "unit"  # the way from a row to its unit

    def get_queryset(self, request):
        return limited(super().get_queryset(request), request.user, self.to_unit)

    def get_object(self, request, object_id, from_field=None):
        obj = super().get_object(request, object_id, from_field)
        if obj is None:
            raise Http404(f"{object_id} is not reached")
        return obj


class DraftsOnly:
    """For admins and inlines: what is no draft any more is shown, and neither changed, added to nor deleted."""

    def _is_open(self, obj) -> bool:
        return obj is None or disclosure_of(obj).state == State.DRAFT

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(READ, obj)

    def has_add_permission(self, request):
        return request.user.has_perm(ADD)

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm(CHANGE, obj) and self._is_open(obj)

    def has_delete_permission(self, request, obj=None):
        return request.user.has_perm(DELETE, obj) and self._is_open(obj)


class DraftsOnlyInline(DraftsOnly):
    """Whoever may change a draft may add and delete its rows; `obj` is what the page is about."""

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


class LockedWhileSaving:
    """For admins: from our looking at a revision until we have saved, nobody else saves or submits it."""

    def get_object(self, request, object_id, from_field=None):
        base: Any = super()
        obj = base.get_object(request, object_id, from_field)
        if obj is None or request.method != "POST":
            return obj
        Disclosure.objects.select_for_update().filter(pk=disclosure_of(obj).pk).first()
        return base.get_object(request, object_id, from_field)  # as it is now that nobody else can save


class ViewOnly:
    """For admins of what is made elsewhere."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
