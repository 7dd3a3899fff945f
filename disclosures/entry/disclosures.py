"""The page of a disclosure: what stands on its cover, the way to its parts, and the steps it can take."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.forms.widgets import Script
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.classification.regions import WITH_PATH
from disclosures.entry.access import DraftsOnly, OfReachedUnits
from disclosures.entry.audited.deleting import DeletedTogether
from disclosures.entry.audited.pages import log_url
from disclosures.entry.checklist.findings import findings_page, findings_url
from disclosures.entry.checklist.form_page import check_form_url
from disclosures.entry.checklist.page import checklist_url
from disclosures.entry.checklist.urls import urls_of as urls_of_checklist
from disclosures.entry.conflicts.admins import NothingOverwritten
from disclosures.entry.contents import ON_PAGES, deleted_with, parts_of
from disclosures.entry.drafts.saved import TellsWhatWasSaved
from disclosures.entry.grid.verdicts import check_page
from disclosures.entry.reports import report_page, report_url
from disclosures.entry.rows.fields import TEXTS
from disclosures.entry.steps import offered, step_page
from disclosures.entry.tables import PartAdmin
from disclosures.entry.timed import plans_of
from disclosures.entry.writing.last_year import has_last_year, last_year_page, last_year_url
from disclosures.entry.writing.whole_text import whole_text_page, whole_text_url
from disclosures.entry.year.many import many_page
from disclosures.entry.year.page import year_page
from disclosures.publication.history import history_of, returned_because
from disclosures.publication.parts import content_fields
from disclosures.publication.steps import PUBLIC, STATUS
from disclosures.staff.rights import ADD
from disclosures.staff.scope import units_for
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import Disclosure


class DisclosureForm(forms.ModelForm):
    """The cover; a name that is left blank is the unit's."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if name := self.fields.get("unit_name"):
            name.required = False
            name.help_text = "文件上印的单位名称；留空就用所选单位的名称"
        if approved := self.fields.get("approval_date"):
            approved.help_text = "财政部门批复决算的日期；批复后二十日内要向社会公开（预算法第十四条），到期前会提醒"

    def clean_unit_name(self):
        unit = self.cleaned_data.get("unit") or getattr(self.instance, "unit", None)
        return self.cleaned_data["unit_name"] or (unit.name if unit else "")


@admin.register(Disclosure)
class DisclosureAdmin(NothingOverwritten, OfReachedUnits, DraftsOnly, TellsWhatWasSaved, DeletedTogether):
    form = DisclosureForm
    typed = [field.name for field in content_fields(Disclosure) if field.name not in (*STATUS, "source")]
    fieldsets: ClassVar[Any] = [(None, {"fields": typed}), ("来源和发布", {"fields": ["source", *STATUS]})]
    readonly_fields = ["source", *STATUS]
    list_display = ["unit_name", "year", "revision", "state", "published_at"]
    list_filter = ["state", "year"]
    list_select_related = ["unit"]
    search_fields = ["unit_name", "unit__code", "title"]
    autocomplete_fields = ["unit"]
    formfield_overrides = TEXTS
    change_form_template = "admin/statements/disclosure/change.html"

    class Media:
        css = {
            "all": (
                "entry.css",
                "writing.css",
                "checklist.css",
                "check_form.css",
                "report.css",
                "unclear.css",
                "drafts/drafts.css",
            )
        }
        js = (Script("drafts/drafts.js", type="module"),)

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        self.part_admins = {part._meta.model_name: PartAdmin(part, admin_site) for part in ON_PAGES}

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related(f"unit__region__{WITH_PATH}", "source")
            .defer("source__content")
        )

    def response_post_save_add(self, request, obj):
        """One stays with the disclosure."""
        return HttpResponseRedirect(reverse("admin:statements_disclosure_change", args=[obj.pk]))

    response_post_save_change = response_post_save_add

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A disclosure is made for a unit that one types for, and handed to no other."""
        if db_field.name == "unit":
            kwargs["queryset"] = units_for(request.user, ADD)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_delete_permission(self, request, obj=None):
        """A draft that was submitted once has a history, which stays."""
        return super().has_delete_permission(request, obj) and not (obj and history_of(obj))

    def get_deleted_objects(self, objs, request):
        return deleted_with(self, request, list(objs))

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("year/<int:year>/", view(partial(year_page, self)), name="statements_disclosure_year"),
            path("year/<int:year>/many/", view(partial(many_page, self)), name="statements_disclosure_many"),
            path("<int:pk>/parts/<slug:key>/", view(self.part_page), name="statements_disclosure_part"),
            path("<int:pk>/parts/<slug:key>/outline/", view(self.outline), name="statements_disclosure_outline"),
            path("<int:pk>/parts/<slug:key>/check/", view(self.check_page), name="statements_disclosure_check"),
            path("<int:pk>/report/", view(self.report_page), name="statements_disclosure_report"),
            path("<int:pk>/findings/", view(self.findings_page), name="statements_disclosure_findings"),
            *urls_of_checklist(self),
            path("<int:pk>/text/", view(self.whole_text_page), name="statements_disclosure_whole_text"),
            path("<int:pk>/last-year/", view(self.last_year_page), name="statements_disclosure_last_year"),
            path("<int:pk>/steps/<slug:key>/", view(self.step_page), name="statements_disclosure_step"),
            *super().get_urls(),
        ]

    def part_page(self, request, pk, key):
        return self._part_admin(key).page(request, pk)

    def outline(self, request, pk, key):
        return self._part_admin(key).fill_in(request, pk)

    @method_decorator(require_POST)
    def check_page(self, request, pk, key):
        return check_page(self._table_admin(key), request, pk)

    def _table_admin(self, key) -> PartAdmin:
        admin_of_part = self._part_admin(key)
        if not issubclass(admin_of_part.part, StatementLine):
            raise Http404(f"no table {key}")
        return admin_of_part

    def _part_admin(self, key) -> PartAdmin:
        if key not in self.part_admins:
            raise Http404(f"no part {key}")
        return self.part_admins[key]

    def report_page(self, request, pk):
        return report_page(self, request, get_object_or_404(self.get_queryset(request), pk=pk))

    def findings_page(self, request, pk):
        return findings_page(self, request, get_object_or_404(self.get_queryset(request), pk=pk))

    def whole_text_page(self, request, pk):
        return whole_text_page(self, request, get_object_or_404(self.get_queryset(request), pk=pk))

    def last_year_page(self, request, pk):
        return last_year_page(self, request, get_object_or_404(self.get_queryset(request), pk=pk))

    def step_page(self, request, pk, key):
        return step_page(self, request, pk, key)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["show_save_and_add_another"] = False  # a clerk has one a year
        if obj:
            context |= {"actions": offered(request, obj), "parts": parts_of(obj)}
            if self.has_change_permission(request, obj):
                context["whole_text_url"] = whole_text_url(obj)
                context["last_year_url"] = has_last_year(obj) and last_year_url(obj)
            context["history"] = history_of(obj)
            context["plans"] = history_of(obj) and plans_of(obj)  # nothing is planned before it was submitted
            context["returned"] = returned_because(obj)
            context["log_url"] = log_url(obj)
            context |= {"checklist_url": checklist_url(obj), "check_form_url": check_form_url(obj)}
            context |= {"public_url": public_url(obj), "report_url": report_url(obj), "findings_url": findings_url(obj)}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def public_url(disclosure: Disclosure) -> str:
    """Where readers find this very revision; "" for what is not public."""
    unit, edition = (
        UnitKey(disclosure.unit.region_id, disclosure.unit.code),
        EditionKey(disclosure.year, disclosure.revision),
    )
    return reverse("disclosure", args=[unit, edition]) if disclosure.state in PUBLIC else ""
