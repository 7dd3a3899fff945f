"""The two sides of a preview: what was read of a file, and what stands in the draft, each in memory with its pieces.

A piece is what can be taken by itself: a table, one form of self-evaluation, the text, its duties, units or terms.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import chain
from typing import Any

from disclosures.amounts import Precision
from disclosures.intake.parts import Reading
from disclosures.intake.store import own_fields_of, parts_of
from disclosures.publication.parts import all_parts, content_fields, own_fields
from disclosures.statements.lines import Part
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import (
    PARTS,
    Disclosure,
    Duty,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    Term,
    Unit,
    UnitInScope,
    statements_in,
)
from disclosures.statements.saving import cleaned_parts
from disclosures.tables.table import unique_keys

TEXTS: dict[str, type[Part]] = {"text": Paragraph, "duties": Duty, "units": UnitInScope, "terms": Term}
OF_FORMS = (PerformanceForm, PerformanceTask, PerformanceIndicator)
COVER = ("title", "unit_name")  # what the cover says goes with the text


@dataclass(frozen=True)
class Edition:
    """One side: a disclosure, saved or not, with all its rows."""

    disclosure: Disclosure
    parts: Mapping[type[Part], list[Any]]

    @cached_property
    def loaded(self) -> LoadedDisclosure:
        return LoadedDisclosure(self.disclosure, chain.from_iterable(self.parts.get(model, ()) for model in PARTS))

    @cached_property
    def forms(self) -> dict[str, Form]:
        """The forms by the names that tell them apart, in their order."""
        forms = self.loaded.forms
        return dict(zip(unique_keys([form.form.name for form in forms]), forms, strict=True))

    def has(self, key: str) -> bool:
        """Whether anything of that piece is there; a form is asked for by its name."""
        if key in TEXTS:
            return bool(self.parts.get(TEXTS[key]))
        return key in self.loaded.heads or bool(self.loaded.lines.get(key)) or key in self.forms

    def rows_of(self, key: str) -> Iterator[Part]:
        """Every row of that piece, parents first."""
        if key in TEXTS:
            yield from self.parts.get(TEXTS[key], ())
        elif form := self.forms.get(key):
            yield from (form.form, *form.tasks, *form.indicators)
        else:
            yield from (head for number, head in self.loaded.heads.items() if number == key)
            yield from self.loaded.lines.get(key, ())

    def keys(self) -> Iterator[str]:
        """Every piece that the document of that year can have and this one has."""
        possible = (*statements_in(self.disclosure.year), *self.forms, *TEXTS)
        return (key for key in possible if self.has(key))

    def precision_of(self, row: Part) -> Precision:
        """With which unit and decimals this side prints the amounts of a row."""
        number = getattr(row, "number", "")
        return self.loaded.precision(number) if number else self.disclosure.precision


def read_edition(reading: Reading, unit: Unit, year: int) -> Edition:
    """What was read, as the disclosure of that unit and year; raises `ValidationError` for what no field can hold."""
    disclosure = Disclosure(unit=unit, year=year, **own_fields_of(reading, unit))
    for form in reading.forms:  # rows are matched within their form, which has no key before it is saved
        form.form.pk = -form.form.position
    return Edition(disclosure, cleaned_parts(disclosure, parts_of(reading)))


def stored_edition(disclosure: Disclosure) -> Edition:
    """What the database holds; a query for each kind of row."""
    return Edition(disclosure, all_parts(disclosure))


def mark_of(unit: Unit, year: int, stored: Edition | None) -> str:
    """What tells one state of what is stored from any other: whoever takes something shows that this was seen."""
    said: list = [unit.pk, year]
    if stored:
        last = stored.disclosure
        said += [last.pk, last.state, *(field.value_from_object(last) for field in own_fields())]
        said += [
            (model._meta.label, row.pk, *(field.value_from_object(row) for field in content_fields(model)))
            for model, rows in stored.parts.items()
            for row in rows
        ]
    return sha256(repr(said).encode()).hexdigest()


def is_figured(key: str) -> bool:
    """Whether a piece holds amounts: tables and forms do, text does not."""
    return key not in TEXTS
