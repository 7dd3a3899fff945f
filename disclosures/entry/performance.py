"""One page for a performance form: its head, its tasks, its indicators. It is added on the page of its disclosure."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms.widgets import Script
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from disclosures.entry.access import DraftsOnly, OfReachedUnits
from disclosures.entry.conflicts.admins import NothingOverwritten
from disclosures.entry.drafts.saved import TellsWhatWasSaved
from disclosures.entry.rows.fields import TEXTS
from disclosures.entry.rows.figures import AtItsAnchor, WithFigures
from disclosures.entry.rows.inlines import GridInline
from disclosures.entry.rows.lines import PartForm
from disclosures.entry.writing.skeleton import begin, can_begin
from disclosures.statements.models import PerformanceForm, PerformanceIndicator, PerformanceTask


class TaskInline(GridInline):
    model = PerformanceTask


class IndicatorInline(GridInline):
    model = PerformanceIndicator


@admin.register(PerformanceForm)
class PerformanceFormAdmin(WithFigures, NothingOverwritten, OfReachedUnits, DraftsOnly, TellsWhatWasSaved):
    to_unit = "disclosure__unit"
    form = PartForm
    inlines = [TaskInline, IndicatorInline]
    formfield_overrides = TEXTS
    change_form_template = "admin/statements/disclosure/part.html"

    class Media:
        css = {"all": ("entry.css", "grid.css", "drafts/drafts.css")}
        js = (Script("grid/grid.js", type="module"), Script("drafts/drafts.js", type="module"))

    def has_module_permission(self, request):
        return False

    def has_add_permission(self, request):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("disclosure")

    def get_fields(self, request, obj=None):
        """Where nothing is typed, findings lead to the fields all the same."""
        fields = super().get_fields(request, obj)
        if self.has_change_permission(request, obj):
            return fields
        declared = map(self.model._meta.get_field, self.typed(obj.disclosure.year))
        return [AtItsAnchor(field, shown) for field, shown in zip(declared, fields, strict=True)]

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **self.typing(request, obj), **kwargs)

    def get_urls(self):
        begin = path("<int:pk>/begin/", self.admin_site.admin_view(self.begin), name="statements_performanceform_begin")
        return [begin, *super().get_urls()]

    @method_decorator(require_POST)
    def begin(self, request, pk):
        """Begin a form without indicators with the rows of the official framework."""
        with transaction.atomic():
            form = self.get_object(request, str(pk))
            if not self.has_change_permission(request, form):
                raise PermissionDenied
            page = HttpResponseRedirect(reverse("admin:statements_performanceform_change", args=[pk]))
            if not can_begin(form):
                self.message_user(request, "没有填入：这张表里已经有指标了，就在下面。", messages.ERROR)
                return page
            count = begin(form)
        self.log_change(request, form, f"按指标框架填入 {count} 行。")
        return page

    def _can_begin(self, request, form: PerformanceForm) -> bool:
        return self.has_change_permission(request, form) and can_begin(form)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and self._can_begin(request, obj):
            context["framework_url"] = reverse("admin:statements_performanceform_begin", args=[obj.pk])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The table needs the width; a form is deleted where it was added."""
        context = {"is_nav_sidebar_enabled": False, "show_delete": False}
        return super().change_view(request, object_id, form_url, context)

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect(
            reverse("admin:statements_disclosure_part", args=[obj.disclosure_id, obj._meta.model_name])
        )
