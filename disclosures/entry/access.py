"""Who may change what: the permissions of Django, and drafts alone."""

from typing import Any

from disclosures.statements.models import Disclosure, State


def disclosure_of(obj: Any) -> Disclosure:
    """The revision that a page of the admin is about: the object itself, or the one that it belongs to."""
    return obj if isinstance(obj, Disclosure) else obj.disclosure


class DraftsOnly:
    """For admins and inlines: what is no draft any more is shown, and neither changed, added to nor deleted."""

    def _is_open(self, obj) -> bool:
        return obj is None or disclosure_of(obj).state == State.DRAFT

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._is_open(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._is_open(obj)


class DraftsOnlyInline(DraftsOnly):
    """An inline also asks before a row is added; `obj` is what the page is about."""

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and self.has_change_permission(request, obj)


class LockedWhileSaving:
    """For admins: nobody submits a draft between our looking at its state and our saving."""

    def get_object(self, request, object_id, from_field=None):
        obj = super().get_object(request, object_id, from_field)
        if obj is not None and request.method == "POST":
            disclosure = Disclosure.objects.select_for_update().get(pk=disclosure_of(obj).pk)
            disclosure_of(obj).state = disclosure.state
        return obj


class ViewOnly:
    """For admins of what is made elsewhere."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
