"""One page for a performance form: its head, its tasks, its indicators. It is added on the page of its disclosure."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse

from disclosures.entry.access import DraftsOnly, LockedWhileSaving
from disclosures.entry.rows.fields import TEXTS
from disclosures.entry.rows.figures import WithFigures
from disclosures.entry.rows.inlines import PartInline
from disclosures.entry.rows.lines import PartForm
from disclosures.statements.models import PerformanceForm, PerformanceIndicator, PerformanceTask


class TaskInline(PartInline):
    model = PerformanceTask


class IndicatorInline(PartInline):
    model = PerformanceIndicator


@admin.register(PerformanceForm)
class PerformanceFormAdmin(WithFigures, LockedWhileSaving, DraftsOnly, admin.ModelAdmin):
    form = PartForm
    inlines = [TaskInline, IndicatorInline]
    formfield_overrides = TEXTS
    change_form_template = "admin/statements/disclosure/part.html"

    class Media:
        css = {"all": ("entry.css",)}

    def has_module_permission(self, request):
        return False

    def has_add_permission(self, request):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("disclosure")

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **self.typing(request, obj), **kwargs)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The table needs the width; a form is deleted where it was added."""
        context = {"is_nav_sidebar_enabled": False, "show_delete": False}
        return super().change_view(request, object_id, form_url, context)

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect(
            reverse("admin:statements_disclosure_part", args=[obj.disclosure_id, obj._meta.model_name])
        )
