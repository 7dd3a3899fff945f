"""The provinces as tiles and the regions as a tree, and where the districts of a municipality stand."""

import re

import pytest
from django.core.management import call_command

from disclosures.classification.models import Region
from disclosures.classification.regions import PROVINCE
from disclosures.pages.regions.tiles import GRID, tiles
from disclosures.publication import workflow
from disclosures.publication.regions import counted_regions
from disclosures.statements.models import Disclosure
from tests.answers import public_page
from tests.building import build_unit
from tests.once import once

pytestmark = pytest.mark.django_db


@once
def regions():
    """A unit of a prefecture, of a county in it, and of a district of a municipality."""
    call_command("load_codes")
    for number, region in enumerate(["210400", "210402", "310106"]):
        unit = build_unit(f"00{number}", f"{region} 第 {number} 局", region)
        draft = Disclosure.objects.create(unit=unit, year=2023, unit_name=unit.name)
        workflow.submit(draft)
        workflow.publish(draft)


@pytest.mark.usefixtures("regions")
def test_every_province_has_one_tile():
    placed = [code for row in GRID for code in row if code]
    provinces = Region.objects.filter(level=PROVINCE, last_year=None).values_list("code", flat=True)
    assert sorted(placed) == sorted(code[:2] for code in provinces)
    assert len({len(row) for row in GRID}) == 1


@pytest.mark.usefixtures("regions")
def test_a_tile_counts_all_units_below_it_and_leads_there():
    shown = {tile.name: (tile.count, tile.href) for tile in tiles(counted_regions()) if tile.name}
    assert shown["辽宁"] == (2, "/units/?region=210000")
    assert shown["上海"] == (1, "/units/?region=310000")
    assert shown["内蒙古"] == (0, "")


@pytest.mark.usefixtures("regions")
def test_the_district_of_a_municipality_stands_in_it(client):
    page = public_page(client, "/regions/")
    shanghai = re.search(r"<summary>上海市.*?</details>", page, re.DOTALL)[0]
    assert "静安区" in shanghai
    crumbs = public_page(client, "/units/310106-002/").partition("</nav>")[0]
    assert "上海市" in public_page(client, "/units/310106-002/")
    assert "3 个单位在这里公开了决算，分在 3 个地区" in page
    assert crumbs


def test_a_region_that_was_brought_by_a_made_up_unit_stands_in_its_municipality(client):
    call_command("make_demo", disclosures=5)
    for code, region in counted_regions().items():
        assert region.above or code.endswith("0000"), code


def test_an_empty_site_says_so(client):
    assert "目前还没有公开的决算" in public_page(client, "/regions/")
