"""Regions, codes, units and source documents in the admin."""

import pytest
from django.urls import reverse

from disclosures.classification.models import Code, Region
from disclosures.statements.models import SourceDocument, Unit
from tests.building import build_disclosure, published_disclosure
from tests.entry.typing_in import saved, typed_in

pytestmark = pytest.mark.django_db


def address(model, page: str, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", [Region, Code, Unit, SourceDocument], ids=lambda model: model._meta.model_name)
def test_lists_open_and_are_called_as_the_models_are(admin_client, model):
    build_disclosure()
    Code.objects.create(scheme="functional", code="201", name="一般公共服务支出")
    SourceDocument.objects.create(name="a.txt", media_type="text/plain", sha256="a" * 64, content=b"a")
    html = admin_client.get(address(model, "changelist")).content.decode()
    assert model._meta.verbose_name in html
    assert str(model.objects.get().pk) in html


def test_a_region_needs_six_digits(admin_client):
    response = saved(admin_client, address(Region, "add"), {"code": "2104", "name": "抚顺市"})
    assert "行政区划代码是六位数字" in response.content.decode()
    assert not Region.objects.exists()


def test_a_unit_keeps_its_address_once_something_was_published(admin_client):
    unit = build_disclosure().unit
    page = address(Unit, "change", unit.pk)
    assert "code" in typed_in(admin_client.get(page))
    published_disclosure(year=2022)
    assert "code" not in typed_in(admin_client.get(page))
    saved(admin_client, page, {"name": "新名称", "code": "999"})
    unit.refresh_from_db()
    assert (unit.name, unit.code) == ("新名称", "011001")


def test_a_source_document_is_only_shown(admin_client):
    source = SourceDocument.objects.create(name="a.txt", media_type="text/plain", sha256="a" * 64, content=b"a")
    page = address(SourceDocument, "change", source.pk)
    assert "name" not in typed_in(admin_client.get(page))
    assert admin_client.post(page, {"name": "b.txt"}).status_code == 403
    assert admin_client.get(address(SourceDocument, "add")).status_code == 403
