"""One page for the rows of one part of a revision: a table with its head, the duties, the terms, the text."""

from django.contrib import admin
from django.db import models
from django.forms import Textarea
from django.http import HttpResponseRedirect
from django.urls import reverse

from disclosures.entry.access import DraftsOnly, DraftsOnlyInline, LockedWhileSaving
from disclosures.entry.figures import WithFigures
from disclosures.entry.formsets import HeadFormSet, RowFormSet
from disclosures.entry.lines import row_form
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import Disclosure, PerformanceForm, StatementHead

SHORT_TEXT = {models.TextField: {"widget": Textarea(attrs={"rows": 2, "cols": 60})}}


class PartInline(WithFigures, DraftsOnlyInline, admin.TabularInline):
    """The rows of one part."""

    extra = 0
    order = "order"
    formset = RowFormSet
    formfield_overrides = SHORT_TEXT

    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, form=row_form(self.model), **self.typing(request, obj), **kwargs)


class FormsInline(PartInline):
    """The performance forms, each with a link to its own page."""

    model = PerformanceForm
    show_change_link = True

    def typed(self) -> list[str]:
        return ["kind", "name"]


class HeadInline(DraftsOnlyInline, admin.StackedInline):
    """What is printed around a table."""

    model = StatementHead
    classes = ["collapse"]
    extra = max_num = 1
    can_delete = False
    formfield_overrides = SHORT_TEXT
    fields = ("title", "unit_name", "notes", "is_declared_empty", "empty_reason", "place")


def inlines_of(part: type[Part]) -> list[type[admin.options.InlineModelAdmin]]:
    """The inlines of the page of that part; a table comes with its head."""
    if part is PerformanceForm:
        return [FormsInline]
    titles = {"verbose_name": "行", "verbose_name_plural": part._meta.verbose_name}
    rows = type(f"{part.__name__}Inline", (PartInline,), {"model": part, **titles})
    if not issubclass(part, StatementLine):
        return [rows]
    head_formset = type(f"{part.__name__}HeadFormSet", (HeadFormSet,), {"number": part.number})
    return [type(f"{part.__name__}HeadInline", (HeadInline,), {"formset": head_formset}), rows]


class PartAdmin(LockedWhileSaving, DraftsOnly, admin.ModelAdmin):
    """The page of one part; of the disclosure itself it changes nothing."""

    change_form_template = "admin/statements/disclosure/part.html"

    class Media:
        css = {"all": ("entry.css",)}

    def __init__(self, part: type[Part], admin_site):
        super().__init__(Disclosure, admin_site)
        self.part = part
        self.inlines = inlines_of(part)

    def page(self, request, object_id):
        context = {
            "title": self.part._meta.verbose_name,
            "show_delete": False,
            "show_save_and_add_another": False,
            "is_nav_sidebar_enabled": False,  # the table needs the width
        }
        return self.changeform_view(request, str(object_id), extra_context=context)

    def get_fieldsets(self, request, obj=None):
        return []

    def save_model(self, request, obj, form, change):
        """There is no field of the disclosure on the page."""

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect(reverse("admin:statements_disclosure_change", args=[obj.pk]))
