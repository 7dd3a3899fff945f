"""Rows whose code or name is not the official one are saved only after somebody has confirmed them."""

from collections.abc import Mapping
from typing import Any

from django import forms

from disclosures.classification.ministry.names import NamesOfYear
from disclosures.entry.grid.official import doubt_about
from disclosures.entry.rows.lines import RowForm
from disclosures.statements.form_rows import FormRow
from disclosures.statements.lines import ClassifiedLine, Part

ASKED = "unconfirmed"  # what the error is called
ALL_CODES = FormRow("", "合计", is_total=True)  # the row that belongs to no code


class ConfirmedRowForm(RowForm):
    """A row that stands for a code. What was there before is not asked about again until it is changed."""

    year: int
    names: Mapping[str, str]  # what lists call the codes in that year

    confirmed = forms.BooleanField(label="属实", required=False, help_text="原文的编码或名称确实与科目表不同")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        model, code = self._meta.model, cleaned.get("code", "").strip()
        if row := _total_named(model, code or cleaned.get("name", "")):
            cleaned |= {"code": row.key, "name": code or cleaned["name"]}
        elif code and not cleaned.get("name") and "name" in cleaned and not cleaned.get("confirmed"):
            cleaned["name"] = self.names.get(code, "")
        self._ask(cleaned)
        return cleaned

    def _ask(self, cleaned: dict[str, Any]) -> None:
        doubt = doubt_about(self._meta.model, cleaned.get("code", ""), cleaned.get("name", ""), self.year, self.names)
        if doubt and not cleaned.get("confirmed") and {"code", "name"} & set(self.changed_data):
            self.add_error(doubt.field, forms.ValidationError(doubt.message, code=ASKED))


def _total_named(model: type[ClassifiedLine], text: str) -> FormRow | None:
    """The total that is printed across code and name, so that either may hold it."""
    named = "".join(text.split())
    return next((row for row in (*model.outline, ALL_CODES) if named in row.names), None)


def with_confirmation(form: type[RowForm], model: type[Part], year: int) -> type[RowForm]:
    """The form for rows of that part and year: one that asks where they stand for codes."""
    if not issubclass(model, ClassifiedLine):
        return form
    return type(form.__name__, (ConfirmedRowForm,), {"year": year, "names": NamesOfYear(model.scheme, year)})
