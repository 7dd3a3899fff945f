"""Which unit and which revision a row belongs to, by numbers and by what they are called."""

from dataclasses import dataclass
from typing import Any, cast

from django.apps import apps
from django.db.models import Model

from disclosures.audit.watched import IS_DISCLOSURE, IS_UNIT, NOWHERE, TO_DISCLOSURE, WATCHED


@dataclass(frozen=True)
class Place:
    """A unit, and a revision of its accounts; blank where a row belongs to none."""

    unit_number: int | None = None
    unit: str = ""
    disclosure: int | None = None
    year: int | None = None
    revision: int | None = None


def place_of(row: Model, known: dict[Any, Place]) -> Place:
    """The place of a watched row; `known` keeps what was looked up, so that the rows of a table ask once."""
    belongs, given = WATCHED[row._meta.label].belongs, cast(Any, row)
    if belongs is NOWHERE:
        return Place()
    if belongs is IS_UNIT:
        return Place(row.pk, f"{given.region_id}-{given.code}")
    if belongs is IS_DISCLOSURE:
        return _of_revision(row, known)
    if belongs is TO_DISCLOSURE:
        return _looked_up("disclosure", row, known)
    unit = _looked_up("unit", row, known) if given.unit_id else Place()
    return Place(unit.unit_number, unit.unit, getattr(row, "disclosure_id", None), getattr(row, "year", None))


def _looked_up(name: str, row: Model, known: dict[Any, Place]) -> Place:
    number = getattr(row, f"{name}_id")
    if (name, number) not in known:
        there = row._state.fields_cache.get(name) or _found(name, number)
        known[name, number] = place_of(there, known) if there else Place(**{_COLUMN[name]: number})
    return known[name, number]


_COLUMN = {"disclosure": "disclosure", "unit": "unit_number"}
_MODELS = {"disclosure": "statements.Disclosure", "unit": "statements.Unit"}


def _found(name: str, number: int) -> Model | None:
    rows = apps.get_model(_MODELS[name])._base_manager.filter(pk=number)
    return rows.select_related("unit").first() if name == "disclosure" else rows.first()


def _of_revision(disclosure: Model, known: dict[Any, Place]) -> Place:
    given, unit = cast(Any, disclosure), _looked_up("unit", disclosure, known)
    return Place(unit.unit_number, unit.unit, disclosure.pk, given.year, given.revision)
