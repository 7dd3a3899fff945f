"""A row of a table as a form: its fields in the order of the official form, its place among the others."""

from django import forms

from disclosures.publication.parts import content_fields, links
from disclosures.statements.form_rows import SIDES, FormRow
from disclosures.statements.lines import AccountLine, Part, StatementLine, WithAmounts
from disclosures.statements.models import Disclosure

# Not typed: where a row stands follows from `order`, how a figure is printed from its value, `item` from the name.
_NOT_TYPED = ("position", "as_printed", "item")


def typed_names(model: type[Part], year: int) -> list[str]:
    """The fields of a part: what a row stands for and its name, the figures of that year's form, what was printed."""
    above = [link.name for link in links(model)]
    names = [field.name for field in content_fields(model) if field.name not in (*_NOT_TYPED, *above)]
    if not issubclass(model, StatementLine):
        return sorted(names, key=lambda name: name == "place")
    columns = [column.name for column in model.columns(year)]
    later = {column.name for column in model.columns()} - set(columns)
    shared = [field.name for field in StatementLine._meta.fields]
    keys = [name for name in names if name not in (*shared, *columns, *later)]
    return [*keys, "name", *columns, "printed_name", "place"]


class PartForm(forms.ModelForm):
    """A part of a revision; a figure typed anew is printed in the usual way, whatever was printed before."""

    def save(self, commit=True):
        if isinstance(self.instance, WithAmounts):
            for name in self.changed_data:
                self.instance.as_printed.pop(name, None)
        return super().save(commit)


class RowForm(PartForm):
    """A row among others, with the number by which it can be moved."""

    order = forms.IntegerField(
        label="序号",
        required=False,
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "order"}),
        help_text="改成另一行的序号，就排到那一行前面；新的一行留空就排在最后",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["order"] = self.instance.position


class AccountRowForm(RowForm):
    """A row of a two-sided account, which has figures in the columns of its own side alone."""

    def clean(self):
        cleaned = super().clean()
        side = cleaned.get("side", "")
        for column in self.instance.columns():
            if column.side not in ("", side) and cleaned.get(column.name) is not None:
                self.add_error(column.name, f"{dict(SIDES).get(side, '这')}行没有“{column.title}”这一栏。")
        return cleaned

    def save(self, commit=True):
        line = self.instance
        rows_of_form = (row.key for row in line.outline if row.side == line.side and line.name in row.names)
        line.item = next(rows_of_form, line.item)
        return super().save(commit)


def row_form(model: type[Part]) -> type[RowForm]:
    """The form for rows of that part."""
    return AccountRowForm if issubclass(model, AccountLine) else RowForm


def outline_of(model: type[Part], year: int) -> tuple[FormRow, ...]:
    """The rows that the official form of that part prints in that year; none for a part without such a form."""
    return model.form_rows(year) if issubclass(model, StatementLine) else ()


def rows_of_form(model: type[StatementLine], disclosure: Disclosure) -> list[StatementLine]:
    """Those rows, unsaved and without figures."""
    is_account = issubclass(model, AccountLine)
    return [
        model(disclosure=disclosure, position=position, name=row.name, **_key_fields(row, is_account))
        for position, row in enumerate(model.form_rows(disclosure.year), start=1)
    ]


def _key_fields(row: FormRow, is_account: bool) -> dict:
    return {"side": row.side, "line": row.line, "item": row.key} if is_account else {"code": row.key}
