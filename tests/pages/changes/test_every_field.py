"""The list of changes stands whatever ordinary correction was made: any field emptied, filled or changed."""

import pytest
from django.db import models

from disclosures.publication import workflow
from disclosures.publication.parts import content_fields, own_fields
from disclosures.statements.fields import Amount
from disclosures.statements.models import PARTS
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

CHANGES = "/units/210400-011001/2023.r1/changes/"


def texts_of(model: type[models.Model]) -> list[str]:
    """The fields of words that may be blank or say anything."""
    kinds = (models.CharField, models.TextField, models.JSONField)
    return [field.name for field in content_fields(model) if isinstance(field, kinds) and not field.choices]


def other(value):
    """Something else: blank for what says something, words for what is blank."""
    if isinstance(value, dict):
        return {} if value else {"其他": "12.50"}
    return "" if value else "改进 12.5 % 以后"


def corrected(change) -> None:
    draft = workflow.revise(published_disclosure())
    draft.change_note = "录入有误。"
    change(draft)
    draft.save()
    workflow.submit(draft)
    workflow.publish(draft)


def all_texts(draft) -> None:
    """Every field of words in the first and the last row of every part."""
    for model in PARTS:
        rows = list(model._default_manager.filter(disclosure=draft))
        for row in rows[:1] + rows[-1:]:
            for name in texts_of(model):
                if name not in ("code", "number", "side", "key"):
                    setattr(row, name, other(getattr(row, name)))
            row.save()


def all_amounts(draft) -> None:
    """Every amount of the first row of every table, blank where it was printed and the other way round."""
    for model in PARTS:
        row = model._default_manager.filter(disclosure=draft).first()
        for field in content_fields(model):
            if row and isinstance(field, Amount):
                setattr(row, field.name, None if getattr(row, field.name) is not None else 100)
        if row:
            row.save()


def own_words(draft) -> None:
    for field in own_fields():
        if isinstance(field, (models.CharField, models.TextField)) and field.blank and field.name != "change_note":
            setattr(draft, field.name, other(getattr(draft, field.name)))


@pytest.mark.parametrize("change", [all_texts, all_amounts, own_words])
def test_the_list_stands(client, change):
    corrected(change)
    for address in (CHANGES, f"/en{CHANGES}", CHANGES.replace(".r1", "")):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.content.count(b"<tr>") > 1
