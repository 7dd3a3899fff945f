"""The pages by which administrators manage people and memberships."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.urls import path
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from disclosures.staff.models import Membership
from disclosures.staff.people import pages
from disclosures.staff.people.forms import NewPersonForm, PersonForm

admin.site.unregister([User, Group])  # groups come from the declaration of rights alone
admin.site.unregister([TOTPDevice, StaticDevice])  # nobody looks at the keys of others


class MembershipInline(admin.TabularInline):
    model = Membership
    autocomplete_fields = ["unit", "region"]
    extra = 0


@admin.register(User)
class StaffAdmin(UserAdmin):
    """People; whoever is no superuser neither makes one nor touches one, by password or otherwise."""

    inlines = [MembershipInline]
    form = PersonForm
    add_form = NewPersonForm
    add_form_template = None
    add_fieldsets = [(None, {"fields": NewPersonForm.Meta.fields, "description": NewPersonForm.MEANING})]
    change_form_template = "admin/auth/user/change.html"
    list_display = ["username", "full_name", "is_active", "has_code", "last_login"]
    list_filter = ["is_active", "memberships__role"]

    def get_queryset(self, request):
        phones = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        return super().get_queryset(request).annotate(has_phone=Exists(phones))

    @admin.display(description="姓名", ordering="last_name")
    def full_name(self, person):
        return f"{person.last_name}{person.first_name}"

    @admin.display(description="动态口令", boolean=True, ordering="has_phone")
    def has_code(self, person):
        return person.has_phone

    def get_fieldsets(self, request, obj=None):
        """Roles are had by membership: no groups or permissions are given one by one, not even by superusers."""
        if obj is None:
            return super().get_fieldsets(request, obj)
        fields = [*NewPersonForm.Meta.fields, "is_active"]
        return [(None, {"fields": [*fields, "is_superuser"] if request.user.is_superuser else fields})]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"by": request.user})

    def get_urls(self):
        """The steps that an administrator takes for somebody, each on a page of its own."""
        own = [
            path(
                f"<path:object_id>/{step.key}/",
                self.admin_site.admin_view(pages.page_of(step, self)),
                name=f"auth_user_{step.name}",
            )
            for step in pages.STEPS
        ]
        return own + super().get_urls()

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or request.user.is_superuser)

    def user_change_password(self, request, id, form_url=""):  # noqa: A002
        """Nobody knows the password of somebody else: they get a link to choose one."""
        raise PermissionDenied

    def has_delete_permission(self, request, obj=None):
        """What somebody did stays theirs: an account is switched off instead."""
        return False

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
