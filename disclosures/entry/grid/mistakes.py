"""Every error of a page as a sentence with its place, to stand at the top and lead to the input."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm

from disclosures.entry.grid.layout import Grid, laid_out


@dataclass(frozen=True)
class Mistake:
    """What is wrong where; `input_id` names the input, "" for what concerns no single one."""

    where: str
    message: str
    input_id: str = ""


def mistakes(admin_form: Any, inlines: Any) -> list[Mistake]:
    """Those of the form itself, then those of its rows."""
    found = list(_of_form(admin_form.form, ""))
    for inline in inlines:
        found += [Mistake("", message) for message in inline.formset.non_form_errors()]
        places = _places(laid_out(inline)) if getattr(inline.opts, "is_grid", False) else {}
        for number, form in enumerate(inline.formset.forms, start=1):
            where = f"第 {number} 行" if inline.formset.max_num > 1 else ""
            found += _of_form(form, places.get(form.prefix, where))
    return found


def _places(grid: Grid) -> dict[str, str]:
    """Where each row stands, as the page numbers it."""
    return {
        row.admin_form.form.prefix: f"{table.half.title}第 {row.number} 行"
        for table in grid.tables
        for row in table.rows
    }


def _of_form(form: BaseForm, row: str) -> Iterator[Mistake]:
    for name, messages in form.errors.items():
        bound = form[name] if name in form.fields else None
        where = " · ".join(filter(None, (row, str(bound.label) if bound else "")))
        for message in messages:
            yield Mistake(where, str(message), bound.id_for_label if bound else "")
