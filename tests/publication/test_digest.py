"""The canonical text: everything in it, written in one way; and the digest over it."""

import hashlib
import json
from decimal import Decimal

import pytest

from disclosures.publication.digest import canonical_json, digest, verify
from disclosures.statements.editions import holds_in
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import (
    KEPT,
    PARTS,
    Disclosure,
    Expenditure,
    PerformanceForm,
    PerformanceIndicator,
    SourceDocument,
    Term,
)
from tests.building import build_disclosure, published_disclosure

OF_2023 = [part for part in PARTS if not issubclass(part, StatementLine) or holds_in(part, 2023)]

pytestmark = pytest.mark.django_db


def part(disclosure: Disclosure, model) -> list[dict]:
    parts = {each["part"]: each["rows"] for each in json.loads(canonical_json(disclosure))["parts"]}
    return parts.get(model._meta.model_name, [])


def test_the_text_begins_with_who_and_when_and_has_every_part_in_order():
    read = json.loads(canonical_json(build_disclosure()))
    assert [read[name] for name in ("format", "region", "unit", "year", "revision")] == [1, "210400", "011001", 2023, 1]
    assert [each["part"] for each in read["parts"]] == [model._meta.model_name for model in OF_2023]


def test_the_text_has_sorted_keys_and_no_spaces_and_plain_chinese():
    text = canonical_json(build_disclosure())
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert "一般公共服务支出" in text


def test_amounts_are_texts_of_yuan_and_blank_is_not_zero():
    disclosure = build_disclosure()
    total = part(disclosure, Expenditure)[0]
    assert total["total_expenditure"] == "12620800.00"
    assert "superior_remittance" not in total
    Expenditure.objects.filter(disclosure=disclosure, code="").update(superior_remittance=Decimal(0))
    assert part(disclosure, Expenditure)[0]["superior_remittance"] == "0.00"


def test_indicators_name_their_form_by_its_position_and_rows_have_no_ids():
    rows = part(build_disclosure(), PerformanceIndicator)
    assert [row["form"] for row in rows] == [1, 2]
    assert not {"id", "disclosure"} & set(rows[0])


def test_the_source_document_is_named_by_its_own_digest():
    source = SourceDocument.objects.create(name="a.txt", media_type="text/plain", sha256="a" * 64, content=b"a")
    assert json.loads(canonical_json(build_disclosure(source=source)))["source"] == "a" * 64


def test_the_digest_does_not_depend_on_the_order_or_the_ids_of_rows():
    disclosure = build_disclosure()
    before = digest(disclosure)
    terms = list(Term.objects.filter(disclosure=disclosure).order_by("-position"))
    Term.objects.filter(disclosure=disclosure).delete()
    for term in terms:
        term.pk = None
        term.save(force_insert=True)
    assert digest(disclosure) == before


@pytest.mark.parametrize("model", OF_2023, ids=lambda model: model._meta.model_name)
def test_a_change_in_any_part_changes_the_digest(model):
    disclosure = build_disclosure()
    before = digest(disclosure)
    row = model.objects.filter(disclosure=disclosure).last()
    model.objects.filter(pk=row.pk).update(place="别处")
    assert digest(disclosure) != before


def test_publishing_keeps_the_digest_of_what_was_published(published_2023):
    assert published_2023.digest == hashlib.sha256(canonical_json(published_2023).encode()).hexdigest()
    assert verify(published_2023)


def test_what_is_read_back_from_the_database_has_the_same_digest():
    disclosure = published_disclosure(approval_date="2023-08-01")
    assert verify(Disclosure.objects.get(pk=disclosure.pk))


def test_an_instance_with_another_title_is_not_what_was_published(published_2023):
    published_2023.title = "另一个标题"
    assert not verify(published_2023)


def test_a_draft_has_no_digest_to_verify():
    assert not verify(build_disclosure())


def test_the_digest_is_computed_in_one_query_for_each_part(django_assert_num_queries):
    disclosure = Disclosure.objects.select_related("unit", "source").get(pk=build_disclosure().pk)
    PerformanceForm.objects.create(disclosure=disclosure, position=3, kind="project", name="第三张")
    with django_assert_num_queries(len(KEPT)):
        digest(disclosure)
