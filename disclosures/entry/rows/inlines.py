"""Rows within a page of the admin: those of one part, the performance forms of a revision, the head of a table."""

from django.contrib import admin

from disclosures.entry.access import DraftsOnlyInline, disclosure_of
from disclosures.entry.conflicts.inside import marks_of
from disclosures.entry.grid.confirming import with_confirmation
from disclosures.entry.rows.fields import TEXTS
from disclosures.entry.rows.figures import WithFigures
from disclosures.entry.rows.formsets import HeadFormSet, RowFormSet
from disclosures.entry.rows.lines import row_form
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import PerformanceForm, StatementHead

BLANK_ROWS, MOST_BLANK_ROWS = "rows", 100


class PartInline(WithFigures, DraftsOnlyInline, admin.TabularInline):
    """The rows of one part."""

    extra = 0
    order = "order"
    formset = RowFormSet
    formfield_overrides = TEXTS

    def get_formset(self, request, obj=None, **kwargs):
        form = with_confirmation(row_form(self.model), self.model, disclosure_of(obj).year)
        return super().get_formset(request, obj, form=form, **self.typing(request, obj), **kwargs)


class GridInline(PartInline):
    """Rows that are typed as on a spreadsheet; without a script, blank ones are asked for in the address."""

    template = "admin/statements/disclosure/grid.html"
    is_grid = True

    def get_extra(self, request, obj=None, **kwargs):
        wanted = request.GET.get(BLANK_ROWS, "")
        return min(int(wanted), MOST_BLANK_ROWS) if wanted.isascii() and wanted.isdigit() else 0


class FormsInline(PartInline):
    """The performance forms, each with a link to its own page."""

    model = PerformanceForm
    show_change_link = True

    def inside(self, forms: list[PerformanceForm]) -> dict[int, str]:
        """A mark of all that goes with each form when it is deleted; two queries for all."""
        return marks_of(forms)

    def typed(self, year: int) -> list[str]:
        return ["kind", "name"]


class HeadInline(DraftsOnlyInline, admin.StackedInline):
    """What is printed around a table."""

    model = StatementHead
    classes = ["collapse"]
    extra = max_num = 1
    can_delete = False
    formfield_overrides = TEXTS
    fields = ("title", "unit_name", "notes", "is_declared_empty", "empty_reason", "place")


def inlines_of(part: type[Part]) -> list[type[admin.options.InlineModelAdmin]]:
    """The inlines of the page of that part; a table comes with its head."""
    if part is PerformanceForm:
        return [FormsInline]
    titles = {"verbose_name": "行", "verbose_name_plural": part._meta.verbose_name}
    base = GridInline if issubclass(part, StatementLine) else PartInline
    rows = type(f"{part.__name__}Inline", (base,), {"model": part, **titles})
    if not issubclass(part, StatementLine):
        return [rows]
    head_formset = type(f"{part.__name__}HeadFormSet", (HeadFormSet,), {"number": part.number})
    return [type(f"{part.__name__}HeadInline", (HeadInline,), {"formset": head_formset}), rows]
