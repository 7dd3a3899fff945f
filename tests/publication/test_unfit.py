"""What must never be published: texts with characters that nobody sees, numbers that no address carries."""

import pytest
from django.urls import reverse

from disclosures.publication import workflow
from disclosures.statements.models import Disclosure, PerformanceForm, Unit
from tests.building import build_disclosure, build_unit, published_disclosure
from tests.entry.typing_in import saved

pytestmark = pytest.mark.django_db

UNSEEN = "看不见的控制字符"


def test_a_row_with_an_unseen_character_cannot_be_submitted_by_anybody():
    draft = build_disclosure()
    line = draft.lines("03").get(code="2010308")
    line.printed_name = line.name = "信访\x0b事务"
    line.save()
    with pytest.raises(workflow.WorkflowError, match=UNSEEN):
        workflow.submit(draft)


def test_nor_can_one_in_a_mapping_of_texts_or_in_the_units_name():
    draft = build_disclosure()
    form = PerformanceForm.objects.filter(disclosure=draft).first()
    field = next(field.name for field in form._meta.concrete_fields if field.get_internal_type() == "JSONField")
    PerformanceForm.objects.filter(pk=form.pk).update(**{field: {"其他": "一\x01二"}})
    Unit.objects.update(name="信访\ufffe局")
    with pytest.raises(workflow.WorkflowError, match=UNSEEN) as raised:
        workflow.submit(draft)
    assert str(raised.value).count(UNSEEN) == 2


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\ufffe"])
def test_none_can_be_typed(admin_client, character):
    unit = build_unit()
    change = reverse("admin:statements_unit_change", args=[unit.pk])
    answer = saved(admin_client, change, {"name": f"信访{character}局"})
    assert UNSEEN in answer.content.decode()
    add = reverse("admin:statements_disclosure_add")
    answer = saved(admin_client, add, {"unit": unit.pk, "year": "2023", "unit_name": f"信访{character}局"})
    assert UNSEEN in answer.content.decode()
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize("revision", ["0", "10000", "99999"])
def test_a_revision_that_no_address_carries_is_neither_typed_nor_submitted(admin_client, revision):
    unit = build_unit()
    add = reverse("admin:statements_disclosure_add")
    typed = {"unit": unit.pk, "year": "2023", "unit_name": "信访局", "revision": revision}
    saved(admin_client, add, typed)
    assert not Disclosure.objects.exists()
    draft = build_disclosure()
    Disclosure.objects.filter(pk=draft.pk).update(revision=min(int(revision), 32767))
    with pytest.raises(workflow.WorkflowError, match="版次"):
        workflow.submit(draft)


def test_a_units_code_that_no_address_carries_is_neither_typed_nor_submitted(admin_client):
    draft = build_disclosure()
    change = reverse("admin:statements_unit_change", args=[draft.unit_id])
    assert "斜杠" in saved(admin_client, change, {"code": "011/001"}).content.decode()
    Unit.objects.update(code="011/001")
    with pytest.raises(workflow.WorkflowError, match="斜杠"):
        workflow.submit(draft)


@pytest.mark.parametrize("character", ["\x01", "\ufffe"])
def test_what_was_published_before_this_was_refused_breaks_nothing(client, monkeypatch, character):
    monkeypatch.setattr(workflow, "unfit", lambda draft: [])
    published_disclosure(unit_name=f"信访{character}局")
    page = "/units/210400-011001/2023"
    for address in ("/feed.atom", f"{page}/", f"{page}/tables/03.xlsx", f"{page}/tables/03.csv", f"{page}.zip"):
        assert client.get(address).status_code == 200, address
