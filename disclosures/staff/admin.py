"""The pages by which administrators manage people and memberships."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User

from disclosures.staff.models import Membership

admin.site.unregister([User, Group])  # groups come from the declaration of rights alone


class MembershipInline(admin.TabularInline):
    model = Membership
    autocomplete_fields = ["unit", "region"]
    extra = 0


@admin.register(User)
class StaffAdmin(UserAdmin):
    """People; whoever is no superuser neither makes one nor touches one, by password or otherwise."""

    inlines = [MembershipInline]

    def get_fieldsets(self, request, obj=None):
        if obj is None or request.user.is_superuser:
            return super().get_fieldsets(request, obj)
        return [(None, {"fields": ["username", "password", "last_name", "first_name", "email", "is_active"]})]

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or request.user.is_superuser)

    def save_model(self, request, obj, form, change):
        """Everybody with an account works here."""
        obj.is_staff = obj.is_staff or not change
        super().save_model(request, obj, form, change)


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    list_display = ["user", "role", "place", "since", "until"]
    list_filter = ["role"]
    list_select_related = ["user", "unit", "region__parent__parent"]
    search_fields = ["user__username", "unit__name", "region__name"]
    autocomplete_fields = ["user", "unit", "region"]
