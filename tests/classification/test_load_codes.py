"""`load_codes`: the lists of fixtures/ in the database, however often it runs."""

import pytest
from django.core.management import call_command

from disclosures.classification.codes import FUNCTIONAL
from disclosures.classification.models import Code, Region
from disclosures.classification.official import OfficialCode, official_codes, official_regions

pytestmark = pytest.mark.django_db


def everything() -> list:
    return [list(model.objects.order_by("pk").values()) for model in (Code, Region)]


def test_all_codes_and_regions_are_loaded_as_they_stand_in_the_lists(capsys):
    call_command("load_codes")
    fields = OfficialCode.__dataclass_fields__
    assert {OfficialCode(*row) for row in Code.objects.values_list(*fields)} == set(official_codes())
    assert dict(Region.objects.values_list("code", "name")) == official_regions()
    assert capsys.readouterr().out == f"科目 {len(official_codes())} 个，行政区划 {len(official_regions())} 个。\n"


def test_loading_again_changes_nothing():
    call_command("load_codes")
    before = everything()
    call_command("load_codes")
    assert everything() == before


def test_loading_again_mends_what_differs_and_keeps_what_was_added():
    call_command("load_codes")
    Code.objects.filter(scheme=FUNCTIONAL, code="2010308").update(name="信访")
    Region.objects.filter(code="210400").update(name="抚顺")
    added = Code.objects.create(scheme=FUNCTIONAL, code="2014004", name="信访业务", first_year=2024)
    call_command("load_codes")
    assert Code.objects.get(scheme=FUNCTIONAL, code="2010308").name == "信访事务"
    assert Region.objects.get(code="210400").name == "抚顺市"
    assert Code.objects.filter(pk=added.pk).exists()
