"""What holds for every part of a revision, read off the models: which fields it has and what they refer to."""

from django.db import models

from disclosures.publication.steps import STATUS
from disclosures.statements.lines import Part
from disclosures.statements.models import KEPT, PARTS, Disclosure

# Fields of a revision that name it or tell where it stands, not what the document says on its cover.
_ELSEWHERE = (*STATUS, "unit", "year", "revision", "source")

# By name, so that the models of an old migration are recognised too.
PART_NAMES = tuple(model._meta.label for model in KEPT)


def content_fields(model: type[models.Model]) -> list[models.Field]:
    """The fields that say something: without the row's own id and the revision that the row belongs to."""
    return [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and field.related_model is not Disclosure
    ]


def own_fields() -> list[models.Field]:
    """What the document says of itself: the fields of the revision's own row that are part of its digest."""
    return [field for field in content_fields(Disclosure) if field.name not in _ELSEWHERE]


def links(model: type[models.Model]) -> list[models.ForeignKey]:
    """The fields by which a part refers to another part of the same revision, as an indicator does to its form."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model._meta.label in PART_NAMES
    ]


def all_parts(disclosure: Disclosure) -> dict[type[Part], list[Part]]:
    """Every row of the revision by its model, in the order of the document; a query for each model."""
    return {
        model: list(model._default_manager.filter(disclosure=disclosure).order_by("position", "pk")) for model in PARTS
    }
