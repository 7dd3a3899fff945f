"""Regions, codes, units and source documents in the admin."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from disclosures.classification.models import Code, Region
from disclosures.statements.models import SourceDocument, Unit
from tests.building import build_disclosure, build_unit, published_disclosure
from tests.entry.typing_in import saved, typed_in
from tests.once import once

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


# ---------------------------------------------------------------------------------------------------------------------
# Among 3,000 regions
# ---------------------------------------------------------------------------------------------------------------------


@once
def regions():
    call_command("load_codes")


def offered(client, term: str) -> list[str]:
    """What the field for a unit's region offers at these letters."""
    asked = {"app_label": "statements", "model_name": "unit", "field_name": "region", "term": term}
    return [one["text"] for one in client.get(reverse("admin:autocomplete"), asked).json()["results"]]


@pytest.mark.usefixtures("regions")
def test_a_region_is_found_by_letters_and_told_from_its_namesakes(admin_client, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        found = offered(admin_client, "朝阳")
    assert "110105 北京市朝阳区" in found
    assert "220104 吉林省长春市朝阳区" in found
    assert offered(admin_client, "庐山区") == ["360402 江西省九江市濂溪区"]


@pytest.mark.usefixtures("regions")
def test_no_page_of_the_admin_lists_all_regions(admin_client):
    unit = build_disclosure().unit
    pages = [
        address(Unit, "add"),
        address(Unit, "changelist"),
        address(Unit, "change", unit.pk),
        address(Region, "add"),
    ]
    for page in [*pages, address(Region, "changelist"), address(Region, "change", "110101")]:
        html = admin_client.get(page).content.decode()
        assert html.count("<option") < 200, page
        assert html.count("<a ") < 300, page


@pytest.mark.usefixtures("regions")
@pytest.mark.parametrize(("province", "is_there"), [("210000", True), ("220000", False)])
def test_units_are_listed_by_province(admin_client, province, is_there):
    unit = build_unit(region="210402")
    html = admin_client.get(address(Unit, "changelist"), {"province": province}).content.decode()
    assert (unit.name in html) is is_there


@pytest.mark.usefixtures("regions")
def test_of_a_listed_region_the_name_alone_is_changed_and_one_of_ones_own_is_whole(admin_client):
    names = {"name", "level", "parent", "first_year", "last_year", "earlier_name", "renamed_in"}
    assert names & set(typed_in(admin_client.get(address(Region, "change", "210400")))) == {"name"}
    saved(admin_client, address(Region, "add"), {"code": "210499", "name": "抚顺高新区"})
    added = Region.objects.get(code="210499")
    assert (added.full_name, added.level) == ("辽宁省抚顺市抚顺高新区", 3)
    assert "parent" in typed_in(admin_client.get(address(Region, "change", "210499")))
