"""The list of subscribed programs, each with what it is still owed and what went wrong; for who runs the site alone."""

from django.contrib import admin

from disclosures.entry.access import ViewOnly
from disclosures.publication.callbacks.models import Delivery, Subscription


class DeliveryInline(admin.TabularInline):
    """What a program was sent in the last days."""

    model = Delivery
    fields = ("disclosure", "made_at", "attempts", "delivered_at", "trouble")
    readonly_fields = fields
    ordering = ("-pk",)
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser


@admin.register(Subscription)
class SubscriptionAdmin(ViewOnly, admin.ModelAdmin):
    """Programs subscribe and leave by themselves; the secret is shown to nobody."""

    list_display = ["callback", "topic", "state", "trouble", "asked_at"]
    list_filter = ["state"]
    fields = ["callback", "topic", "state", "trouble", "asked_at"]
    inlines = [DeliveryInline]

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_module_permission(self, request):
        return request.user.is_superuser
