"""Of two addresses that say the same the archive has one."""

import pytest

from disclosures.exports.offline.editions import Editions
from disclosures.publication import workflow

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001"


def test_what_is_current_stands_below_its_year(published_2023):
    canonical = Editions().canonical
    assert canonical(f"{UNIT}/2023.r1/tables/03/?columns=all") == f"{UNIT}/2023/tables/03/?columns=all"
    assert canonical(f"/en{UNIT}/2023.r1/") == f"/en{UNIT}/2023/"
    assert canonical(f"{UNIT}/2023.r1.zip") == f"{UNIT}/2023.zip"


@pytest.mark.parametrize(
    "address",
    [
        "/", "/units/", f"{UNIT}/", f"{UNIT}/2023/", f"{UNIT}/2023.r2/", f"{UNIT}/2023.r11/", f"{UNIT}/2022.r1/",
        "/units/x/2023.r1/",
    ],
)  # fmt: skip
def test_all_else_stays_where_it_is(published_2023, address):
    assert Editions().canonical(address) == address


def test_an_earlier_revision_has_its_own_place(published_2023):
    editions = Editions()
    assert editions.pinned(f"{UNIT}/2023/checks/") == f"{UNIT}/2023.r1/checks/"
    correction = workflow.revise(published_2023)
    workflow.submit(correction)
    workflow.publish(correction)
    editions.forget()
    assert editions.canonical(f"{UNIT}/2023.r1/") == f"{UNIT}/2023.r1/"
    assert editions.canonical(f"{UNIT}/2023.r2/") == f"{UNIT}/2023/"
    assert editions.pinned(f"/en{UNIT}/2023.zip") == f"/en{UNIT}/2023.r2.zip"


def test_what_is_no_page_of_a_year_has_no_address_for_ever(published_2023):
    pinned = Editions().pinned
    assert [pinned(f"{UNIT}/"), pinned(f"{UNIT}/2023.r1/"), pinned(f"{UNIT}/2022/"), pinned("/codes/")] == [None] * 4
