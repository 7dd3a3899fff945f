"""What admins and inlines of parts have in common: fields from the declarations, figures as the document has them."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import models
from django.utils.html import format_html

from disclosures.amounts import Precision
from disclosures.entry.access import disclosure_of
from disclosures.entry.rows.fields import as_lines, form_field, label_of
from disclosures.entry.rows.lines import typed_names
from disclosures.statements.fields import Amount


class WithFigures:
    """Amounts are typed in the unit of the document; where nothing may be typed they stand as published."""

    model: Any
    order: str = ""  # the field by which a row can be moved, where it can

    def typed(self, year: int) -> list[str]:
        """The fields that are typed here, on the form of that year."""
        return typed_names(self.model, year)

    def get_fields(self, request, obj=None):
        disclosure = disclosure_of(obj)
        typed = self.typed(disclosure.year)
        if self.has_change_permission(request, obj):
            return [*filter(None, [self.order]), *typed]
        fields = [self.model._meta.get_field(name) for name in typed]
        return [shown(field, disclosure.precision) for field in fields]

    def get_readonly_fields(self, request, obj=None):
        return [] if self.has_change_permission(request, obj) else self.get_fields(request, obj)

    def formfield_for_dbfield(self, db_field, request, precision: Precision | None = None, **kwargs):
        own = precision and form_field(db_field, precision)
        base: Any = super()  # an admin or an inline: this is mixed in before it
        return own or base.formfield_for_dbfield(db_field, request, **kwargs)

    def typing(self, request, obj) -> dict:
        """What makes the form fields type amounts in the unit of the document."""
        precision = disclosure_of(obj).precision
        return {"formfield_callback": partial(self.formfield_for_dbfield, request=request, precision=precision)}


def shown(field: models.Field, precision: Precision):
    """How a field is shown where it cannot be typed: by its name, as Django knows, or by one of the columns below."""
    if isinstance(field, Amount):
        return AsPublished(field, precision)
    return AsLines(field) if isinstance(field, models.JSONField) else field.name


@dataclass(frozen=True)
class Shown:
    """A column of the admin that shows a field in a way of its own."""

    field: models.Field

    @property
    def __name__(self) -> str:
        return self.field.name

    @property
    def short_description(self) -> str:
        return label_of(self.field)


@dataclass(frozen=True)
class AsPublished(Shown):
    """The text of the figure. Source: the line, as its document prints it."""

    precision: Precision

    def __call__(self, line) -> str:
        return format_html('<span class="figure">{}</span>', line.text(self.field.name, self.precision))


@dataclass(frozen=True)
class AtItsAnchor(Shown):
    """The same field, `shown` as above, under the id that its input has where it is typed: links lead there as well."""

    shown: Any

    def __call__(self, part) -> str:
        said = self.shown(part) if callable(self.shown) else _in_words(part, self.field)
        return format_html('<span class="at" id="id_{}" tabindex="-1">{}</span>', self.field.name, said)


def _in_words(part, field: models.Field) -> str:
    """What the field says, a choice by its name; a dash for nothing, as the admin does."""
    value = getattr(part, f"get_{field.name}_display")() if field.choices else field.value_from_object(part)
    return str(value or "-")


@dataclass(frozen=True)
class AsLines(Shown):
    """The texts under their names, as they are typed."""

    def __call__(self, line) -> str:
        return as_lines(getattr(line, self.field.name))
