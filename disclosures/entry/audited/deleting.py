"""Deleting on a page of the admin, told as one: what goes with a row goes into the same entries."""

from django.contrib import admin

from disclosures.audit.recording import together


class DeletedTogether(admin.ModelAdmin):
    """For admins of what takes many rows with it."""

    def delete_model(self, request, obj):
        with together():
            super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        with together():
            super().delete_queryset(request, queryset)
