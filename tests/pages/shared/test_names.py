"""A unit whose documents print another name than the register: both pages say so, with which document."""

import re

import pytest

from disclosures.statements.models import Unit
from tests.answers import public_page
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"
WHOLE = "中共抚顺市委抚顺市人民政府信访局（本级）"


def published_as(name: str, year: int) -> None:
    published_disclosure(year=year, unit_name=name)


def called(name: str) -> None:
    Unit.objects.update(name=name)


def words(page: str) -> str:
    return re.sub(r"<[^>]+>", "", page)


def test_a_name_that_only_documents_print_is_explained_on_the_page_of_the_unit(client):
    published_as(WHOLE, 2022)
    published_as(WHOLE, 2023)
    called("抚顺市信访局")
    page = public_page(client, UNIT)
    assert f"又称{WHOLE}，见公开文件：2023 年、2022 年" in words(page)
    assert f'<a href="{UNIT}2022/">2022 年</a>' in page


def test_a_name_that_only_older_documents_print_is_a_former_one(client):
    published_as("抚顺市信访办公室", 2021)
    published_as("抚顺市信访局", 2022)
    called("抚顺市信访局")
    assert "曾用名抚顺市信访办公室，见公开文件：2021 年" in words(public_page(client, UNIT))


def test_a_disclosure_says_what_the_register_calls_its_unit(client):
    published_as(WHOLE, 2023)
    called("抚顺市信访局")
    page = public_page(client, f"{UNIT}2023/")
    assert f'又称<a href="{UNIT}">抚顺市信访局</a>，本站的单位名录用这个名称' in page
    assert "照 2023 年度公开文件所印" in page


@pytest.mark.parametrize("name", ["抚顺市信访局", "中共抚顺市委抚顺市人民政府信访局(本级)"])
def test_nothing_is_said_of_one_name(name, client):
    published_as(name.replace("(", "（").replace(")", "）"), 2023)
    called(name)
    assert "又称" not in public_page(client, UNIT) + public_page(client, f"{UNIT}2023/")
