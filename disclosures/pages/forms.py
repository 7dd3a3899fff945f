"""The table forms as the models declare them: head, own rows, note, promised sums."""

import re
from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.publication.caching import of_the_site
from disclosures.statements.editions import NEWEST
from disclosures.statements.models import STATEMENTS, statements_in
from disclosures.tables.showing import form_of
from disclosures.tables.table import Table

_SPAN = re.compile(r"(\d+):(\d+)")


@dataclass(frozen=True)
class Form:
    """One form; the sums are written with its own 栏次 and 行次."""

    table: Table
    other_titles: tuple[str, ...]
    column_sums: tuple[str, ...]
    row_sums: tuple[str, ...]


@cache
def all_forms() -> tuple[Form, ...]:
    """The forms in their order; they change with the code alone."""
    return tuple(_form(number) for number in statements_in(NEWEST))


def _form(number: str) -> Form:
    model = STATEMENTS[number]
    names = {row.key: row.name for row in model.form_rows(NEWEST)}
    return Form(
        form_of(number),
        model.other_titles,
        model.promised_sums(NEWEST),
        tuple(_with_names(text, names) for text in model.promised_row_sums(NEWEST)),
    )


def _with_names(text: str, names: dict[str, str]) -> str:
    """The sum as a reader can follow it: the names of rows in place of their keys."""
    return " ".join(_SPAN.sub(r"\1 + … + \2", names.get(word, word)) for word in text.split())


@of_the_site
def forms(request: HttpRequest) -> HttpResponse:
    """Every form with its columns, its own rows and the sums that it promises."""
    return render(request, "pages/forms.html", {"forms": all_forms()})
