"""What disclosures refer to: regions, codes, units, and the documents that came in."""

from django import forms
from django.contrib import admin
from django.db.models import Q

from disclosures.classification.kinds import office_kinds
from disclosures.classification.models import Code, Region, RegionChange
from disclosures.classification.regions import PROVINCE, WITH_PATH
from disclosures.entry.access import OfReachedUnits, ViewOnly
from disclosures.entry.models import UploadedFile
from disclosures.staff.models import Membership
from disclosures.staff.rights import READ
from disclosures.statements.models import Disclosure, SourceDocument, State, Unit


class RegionChangeInline(admin.TabularInline):
    """What became of a region whose code is no longer in use."""

    model = RegionChange
    fk_name = "old"
    autocomplete_fields = ["new"]
    extra = 0


@admin.register(Region)
class RegionAdmin(admin.ModelAdmin):
    list_display = ["code", "full_name", "level", "first_year", "last_year"]
    list_filter = ["level", "lists_units", ("last_year", admin.EmptyFieldListFilter)]
    search_fields = ["code", "name", "earlier_name"]
    autocomplete_fields = ["parent"]
    inlines = [RegionChangeInline]

    def get_queryset(self, request):
        """With the wider regions: many counties share a name, and the choice of a region tells them apart."""
        return super().get_queryset(request).select_related(WITH_PATH)

    def get_readonly_fields(self, request, obj=None):
        """The key that units refer to; of a listed region all but the name, as the list is loaded again."""
        if obj and obj.listed_name:
            return ["code", "level", "parent", "first_year", "last_year", "earlier_name", "renamed_in"]
        return ["code"] if obj else []

    @admin.display(description="名称", ordering="name")
    def full_name(self, region: Region) -> str:
        return region.full_name


class ProvinceFilter(admin.SimpleListFilter):
    """Units by province: a list of 3,000 regions would be no choice."""

    title, parameter_name = "省份", "province"

    def lookups(self, request, model_admin):
        return list(Region.objects.filter(level=PROVINCE).values_list("code", "name"))

    def queryset(self, request, queryset):
        steps = ("region", "region__parent", f"region__{WITH_PATH}")
        chosen = Q(*((step, self.value()) for step in steps), _connector=Q.OR)
        return queryset.filter(chosen) if self.value() else queryset


@admin.register(Code)
class CodeAdmin(admin.ModelAdmin):
    list_display = ["code", "name", "level", "first_year", "last_year", "status"]
    list_filter = ["scheme", "status"]
    search_fields = ["code", "name"]


@admin.register(Unit)
class UnitAdmin(OfReachedUnits, admin.ModelAdmin):
    to_unit = "pk"
    list_display = ["code", "name", "region", "department"]
    list_filter = [ProvinceFilter]
    list_select_related = [f"region__{WITH_PATH}", "department"]
    search_fields = ["code", "name", "region__name"]
    autocomplete_fields = ["region", "department"]

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(READ, obj)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Kinds are chosen from the list; without one the list decides."""
        if db_field.name == "kind":
            kinds = [("", "按名称和科目定"), *((kind, kind) for kind in office_kinds())]
            return forms.ChoiceField(
                choices=kinds, required=False, label=db_field.verbose_name, help_text=db_field.help_text
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_deleted_objects(self, objs, request):
        """Only what nothing refers to is deleted; what stands in the way is counted, not listed one by one."""
        units = list(objs)
        references = ((Disclosure, "unit"), (Unit, "department"), (UploadedFile, "unit"), (Membership, "unit"))
        counts = {
            model._meta.verbose_name: model._default_manager.filter(**{f"{name}__in": units}).count()
            for model, name in references
        }
        in_the_way = [f"{name} {count} 个" for name, count in counts.items() if count]
        refused = set() if self.has_delete_permission(request) else {self.opts.verbose_name}
        return [str(unit) for unit in units], {self.opts.verbose_name_plural: len(units)}, refused, in_the_way

    def get_readonly_fields(self, request, obj=None):
        """The address of a unit stays once something of it was submitted."""
        closed = obj and obj.disclosures.exclude(state=State.DRAFT).exists()
        return ["region", "code"] if closed else []


@admin.register(SourceDocument)
class SourceDocumentAdmin(ViewOnly, OfReachedUnits, admin.ModelAdmin):
    to_unit = "disclosure__unit"
    list_display = ["name", "media_type", "sha256", "original_sha256", "received_at"]
    fields = ["name", "media_type", "sha256", "original_sha256", "received_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("content").distinct()

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(READ)
