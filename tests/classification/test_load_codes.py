"""`load_codes`: the lists of fixtures/ in the database, however often it runs."""

from time import process_time

import pytest
from django.core.management import call_command

from disclosures.classification.codes import FUNCTIONAL
from disclosures.classification.loading import load_missing
from disclosures.classification.models import Code, Region, RegionChange
from disclosures.classification.official import (
    OfficialCode,
    former_codes,
    official_codes,
    official_region_changes,
    official_regions,
)

pytestmark = pytest.mark.django_db

SECONDS = 5  # of computing, for all lists on a small machine


def everything() -> list:
    return [list(model.objects.order_by("pk").values()) for model in (Code, Region, RegionChange)]


def said(capsys) -> list[str]:
    capsys.readouterr()
    call_command("load_codes")
    return capsys.readouterr().out.splitlines()


def test_all_codes_and_regions_are_loaded_as_they_stand_in_the_lists(capsys):
    lines = said(capsys)
    fields = OfficialCode.__dataclass_fields__
    assert {OfficialCode(*row) for row in Code.objects.values_list(*fields)} == {*official_codes(), *former_codes()}
    for region in Region.objects.all():
        official = official_regions()[region.code]
        assert (region.parent_id or "") == official.parent
        names = ("name", "level", "first_year", "last_year", "earlier_name", "renamed_in")
        assert [getattr(region, name) for name in names] == [getattr(official, name) for name in names]
    counts = {
        "科目": len(official_codes()),
        "以前的科目": len(former_codes()),
        "行政区划": len(official_regions()),
        "区划变更": len(official_region_changes()),
    }
    assert lines == [f"{title} {count} 个：新增 {count} 个，更新 0 个。" for title, count in counts.items()]


def test_the_lists_are_loaded_in_seconds_and_with_few_statements(django_assert_max_num_queries):
    begun = process_time()
    with django_assert_max_num_queries(80):
        call_command("load_codes")
    assert process_time() - begun < SECONDS


def test_loading_again_changes_nothing(capsys):
    call_command("load_codes")
    before = everything()
    assert all(line.endswith("新增 0 个，更新 0 个。") for line in said(capsys))
    assert everything() == before


def test_loading_again_mends_what_differs_and_keeps_what_was_added():
    call_command("load_codes")
    Code.objects.filter(scheme=FUNCTIONAL, code="2010308").update(name="信访")
    added = Code.objects.create(scheme=FUNCTIONAL, code="2014004", name="信访业务", first_year=2024)
    call_command("load_codes")
    assert Code.objects.modern().get(scheme=FUNCTIONAL, code="2010308").name == "信访事务"
    assert Code.objects.filter(pk=added.pk).exists()


def test_names_that_staff_changed_and_regions_that_they_added_stay(capsys):
    call_command("load_codes")
    Region.objects.filter(code="210400").update(name="抚顺", level=None)
    Region.objects.create(code="210499", name="抚顺高新区", parent_id="210400")
    lines = said(capsys)
    assert "行政区划 3548 个：新增 0 个，更新 1 个。" in lines
    assert "  210400 在后台叫“抚顺”，清单里叫“抚顺市”；名称未改。" in lines
    changed = Region.objects.get(code="210400")
    assert (changed.name, changed.level) == ("抚顺", 2)
    assert Region.objects.get(code="210499").name == "抚顺高新区"


def test_a_name_that_the_list_corrects_is_taken_where_staff_left_it():
    call_command("load_codes")
    Region.objects.filter(code="210400").update(name="抚顺旧名", listed_name="抚顺旧名")
    call_command("load_codes")
    assert Region.objects.get(code="210400").name == "抚顺市"


def test_regions_of_an_earlier_list_get_their_place_and_years():
    Region.objects.create(code="210402", name="新抚区")
    call_command("load_codes")
    assert Region.objects.get(code="210402").full_name == "辽宁省抚顺市新抚区"


def test_one_region_comes_with_those_it_lies_in():
    load_missing("310101")
    assert list(Region.objects.values_list("code", "parent_id")) == [("310000", None), ("310101", "310000")]
    load_missing("310101")
    load_missing("310104")
    assert Region.objects.count() == 3
