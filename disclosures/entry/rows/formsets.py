"""The rows of one table saved together: new ones get their revision and their place, moved ones change places."""

from typing import Any

from django.db.models import Max, QuerySet
from django.forms.models import BaseInlineFormSet

from disclosures.audit.recording import changed, together, told_as
from disclosures.entry.access import disclosure_of
from disclosures.statements.lines import Part

_FAR = 1_000_000  # further down than any row, so that rows change places without two ever sharing one


class NamedFormSet(BaseInlineFormSet):
    """A form set whose inputs are called after the model, because the way back from the disclosure has no name."""

    @classmethod
    def get_default_prefix(cls):
        return cls.model._meta.model_name


class RowFormSet(NamedFormSet):
    """Rows of a part of a revision, or of one performance form of it."""

    model: type[Any]

    def add_fields(self, form, index):
        """Each input says its row and column to whoever hears the page, as a row of a table has no labels."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            row = "新的一行" if index is None else f"第 {index + 1} 行"
            field.widget.attrs.setdefault("aria-label", f"{row} {field.label or name}")

    def save_new(self, form, commit=True):
        form.instance.disclosure = disclosure_of(self.instance)
        form.instance.position = self._free_position()
        return super().save_new(form, commit)

    def save(self, commit=True):
        with together(self._to_change()):
            saved = super().save(commit)
            if any("order" in form.changed_data for form in self.forms):
                self._reorder()
        return saved

    def _to_change(self) -> QuerySet:
        """The rows that the form changes, as they are stored."""
        keys = [form.instance.pk for form in self.initial_forms if form.has_changed()]
        return self.model._default_manager.filter(pk__in=keys)

    def _free_position(self) -> int:
        """Behind all rows of the revision; counted on, so that one query does for all new rows."""
        if not hasattr(self, "_last_position"):
            rows = self.model._default_manager.filter(disclosure=disclosure_of(self.instance))
            self._last_position = rows.aggregate(last=Max("position"))["last"] or 0
        self._last_position += 1
        return self._last_position

    def _reorder(self) -> None:
        """Give the places that the rows have to the rows in the order that was typed."""
        forms = [form for form in self.forms if form.instance.pk and form not in self.deleted_forms]
        wanted = [form.instance for form in sorted(forms, key=_typed_order)]
        places = sorted(row.position for row in wanted)
        _move([(row, place) for row, place in zip(wanted, places, strict=True) if row.position != place])


def _typed_order(form) -> tuple[float, bool, int]:
    """A moved or new row stands before the one whose number it took; without a number it stands last."""
    order = form.cleaned_data.get("order") or float("inf")
    return order, "order" not in form.changed_data, form.instance.position


def _move(places: list[tuple[Part, int]]) -> None:
    if not places:
        return
    rows, model = [row for row, _ in places], type(places[0][0])
    before = {row.pk: {"position": row.position} for row in rows}
    for away in (_FAR, 0):
        for row, place in places:
            row.position = place + away
        model._default_manager.bulk_update(rows, ["position"], batch_size=500)
    with told_as("调整次序"):
        changed(rows, before)


class HeadFormSet(NamedFormSet):
    """What is printed around one table: at most one row, made when something is typed."""

    number: str

    def __init__(self, *args, queryset, **kwargs):
        super().__init__(*args, queryset=queryset.filter(number=self.number), **kwargs)

    def save_new(self, form, commit=True):
        form.instance.number, form.instance.position = self.number, int(self.number)
        return super().save_new(form, commit)
