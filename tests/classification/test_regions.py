"""Regions: where each lies, which years its code holds, and what became of it."""

from collections import Counter

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError

from disclosures.classification.models import Region, RegionChange
from disclosures.classification.official import official_region_changes, official_regions
from disclosures.classification.regions import COUNTY, PROVINCE, WITH_PATH, regions_in_year
from tests.once import once

# Merged or divided, and the lists do not say into what.
UNKNOWN = {
    "140202", "140203", "140402", "140411", "330103", "350403", "350625", "410306", "410322", "431121", "520522",
    "532331", "542301", "652101", "652201", "130103", "370802",
}  # fmt: skip


@once
def loaded():
    call_command("load_codes")


def codes(code: str, year: int) -> list[str]:
    return [region.code for region in regions_in_year(code, year)]


# ---------------------------------------------------------------------------------------------------------------------
# The lists
# ---------------------------------------------------------------------------------------------------------------------


def test_the_list_has_all_regions_of_today_and_those_that_were():
    regions = official_regions().values()
    today = Counter(region.level for region in regions if region.last_year is None)
    assert today == {1: 34, 2: 333, 3: 2847}
    assert sum(region.last_year is not None and region.last_year >= 2015 for region in regions) == 181
    assert sum(region.last_year is not None for region in regions) == 334


def test_every_region_has_six_digits_a_name_and_years_in_their_order():
    assert list(official_regions()) == sorted(official_regions())
    for code, region in official_regions().items():
        assert code.isascii()
        assert code.isdigit()
        assert len(code) == 6
        assert region.name == "".join(region.name.split()) != ""
        assert (region.first_year or 1980) <= (region.last_year or 2030)
        assert bool(region.earlier_name) == bool(region.renamed_in)


def test_every_parent_exists_on_a_wider_level_so_that_there_is_no_cycle():
    regions = official_regions()
    for region in regions.values():
        assert (region.parent == "") == (region.level == PROVINCE)
        if region.parent:
            assert regions[region.parent].level < region.level <= COUNTY
            assert regions[region.parent].code[:2] == region.code[:2]


def test_every_change_leads_from_a_code_that_ended_to_one_in_use_and_never_back():
    regions, changes = official_regions(), official_region_changes()
    for change in changes:
        assert regions[change.old].last_year == change.year - 1
        assert regions[change.new].holds_in(change.year)
    after = {change.old: change.new for change in changes}
    for code in after:
        way = [code]
        while way[-1] in after:
            way.append(after[way[-1]])
            assert len(set(way)) == len(way)
        assert regions[way[-1]].last_year is None
    assert {code for code, region in regions.items() if region.last_year and code not in after} == UNKNOWN


# ---------------------------------------------------------------------------------------------------------------------
# In the database
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("210402", ["辽宁省", "抚顺市", "新抚区"]),
        ("110101", ["北京市", "东城区"]),
        ("310151", ["上海市", "崇明区"]),
        ("429004", ["湖北省", "仙桃市"]),
        ("659001", ["新疆维吾尔自治区", "石河子市"]),
        ("370000", ["山东省"]),
    ],
)
def test_the_path_of_a_region_leads_from_the_province_in_one_query(code, path, django_assert_num_queries):
    with django_assert_num_queries(1):
        region = Region.objects.select_related(WITH_PATH).get(code=code)
        assert [each.name for each in region.path()] == path
    assert region.full_name == "".join(path)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        ("371200", 2015, ["371200"]),  # 莱芜市 keeps its code in its own years
        ("371200", 2018, ["370116"]),  # and is a district of 济南市 since
        ("370116", 2015, ["371200", "371202"]),
        ("320584", 2011, ["320584"]),  # 吴江市, whose first year is not known
        ("320584", 2023, ["320509"]),
        ("632121", 2023, ["630203"]),  # 平安县 became 630221 and that 平安区
        ("140202", 2023, []),  # the list does not say what became of it
        ("210400", 2023, ["210400"]),
        ("999999", 2023, []),
    ],
)
def test_a_code_resolves_in_every_year(code, year, expected):
    assert codes(code, year) == expected


@pytest.mark.usefixtures("loaded")
def test_every_old_code_of_the_list_resolves_today(django_assert_max_num_queries):
    for old in {change.old for change in official_region_changes()}:
        with django_assert_max_num_queries(9):
            assert regions_in_year(old, 2024), old


def test_a_region_that_was_divided_has_several_successors(loaded):
    RegionChange.objects.create(year=2018, old_id="140202", new_id="140213", kind="撤销")
    RegionChange.objects.create(year=2018, old_id="140202", new_id="140212", kind="撤销")
    assert codes("140202", 2020) == ["140212", "140213"]
    with pytest.raises(IntegrityError):
        RegionChange.objects.create(year=2019, old_id="140202", new_id="140212", kind="撤销")


def test_changes_that_lead_in_a_circle_end(loaded):
    RegionChange.objects.create(year=2018, old_id="140202", new_id="140203", kind="撤销")
    RegionChange.objects.create(year=2018, old_id="140203", new_id="140202", kind="撤销")
    assert codes("140202", 2020) == []


@pytest.mark.usefixtures("loaded")
def test_a_code_bears_the_name_of_the_year():
    region = Region.objects.get(code="360402")
    assert [region.name_in(year) for year in (2015, 2016)] == ["庐山区", "濂溪区"]


@pytest.mark.usefixtures("loaded")
def test_a_region_says_what_it_is_where_many_share_a_name():
    assert str(Region.objects.get(code="220104")) == "220104 吉林省长春市朝阳区"
    assert str(Region.objects.get(code="371200")) == "371200 山东省莱芜市（至 2017 年）"


# ---------------------------------------------------------------------------------------------------------------------
# What staff add
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["21040", "2104000", "21040a", "２１０４００", "210400\n"])
def test_a_region_has_six_digits(code):
    with pytest.raises(ValidationError) as refused:
        Region(code=code, name="x").full_clean()
    assert "code" in refused.value.message_dict


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(("code", "path"), [("210499", "辽宁省抚顺市新区"), ("110199", "北京市新区")])
def test_a_region_without_a_parent_gets_the_one_that_its_digits_tell(code, path):
    region = Region(code=code, name="新区")
    region.full_clean()
    assert region.full_name == path


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(("code", "parent"), [("210400", "210402"), ("210400", "210500"), ("210400", "210400")])
def test_a_parent_stands_on_a_wider_level(code, parent):
    region = Region.objects.get(code=code)
    region.parent = Region.objects.get(code=parent)
    with pytest.raises(ValidationError) as refused:
        region.full_clean()
    assert "parent" in refused.value.message_dict
