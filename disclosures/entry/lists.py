"""What disclosures refer to: regions, codes, units, and the documents that came in."""

from django.contrib import admin

from disclosures.classification.models import Code, Region
from disclosures.entry.access import ViewOnly
from disclosures.statements.models import SourceDocument, State, Unit


@admin.register(Region)
class RegionAdmin(admin.ModelAdmin):
    list_display = ["code", "name"]
    search_fields = ["code", "name"]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []  # it is the key that units refer to


@admin.register(Code)
class CodeAdmin(admin.ModelAdmin):
    list_display = ["code", "name", "level", "first_year", "last_year", "status"]
    list_filter = ["scheme", "status"]
    search_fields = ["code", "name"]


@admin.register(Unit)
class UnitAdmin(admin.ModelAdmin):
    list_display = ["code", "name", "region", "department"]
    list_filter = ["region"]
    list_select_related = ["region", "department"]
    search_fields = ["code", "name"]
    autocomplete_fields = ["region", "department"]

    def get_readonly_fields(self, request, obj=None):
        """The address of a unit stays once something of it was submitted."""
        closed = obj and obj.disclosures.exclude(state=State.DRAFT).exists()
        return ["region", "code"] if closed else []


@admin.register(SourceDocument)
class SourceDocumentAdmin(ViewOnly, admin.ModelAdmin):
    fields = list_display = ["name", "media_type", "sha256", "original_sha256", "received_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("content")
