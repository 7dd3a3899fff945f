"""What the public sees now, and what stays at the address of an older revision."""

import pytest

from disclosures.publication import workflow
from disclosures.publication.current import main_year, public_revision, published
from tests.building import build_disclosure, published_disclosure, submitted_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db

ADDRESS = ("210400", "011001", 2023)


@once
def revisions():
    first = published_disclosure()
    second = workflow.revise(first)
    workflow.submit(second)
    workflow.publish(second)
    return first, second


def test_the_current_revision_is_the_published_one(revisions):
    assert list(published()) == [revisions[1]]
    assert public_revision(*ADDRESS) == revisions[1]


def test_an_older_revision_stays_at_its_own_address(revisions):
    assert public_revision(*ADDRESS, revision=1) == revisions[0]
    assert public_revision(*ADDRESS, revision=2) == revisions[1]


def test_a_withdrawn_revision_is_no_longer_current_but_keeps_its_address(revisions):
    workflow.withdraw(revisions[1], "数字有误")
    assert public_revision(*ADDRESS) is None
    assert public_revision(*ADDRESS, revision=2).withdrawal_reason == "数字有误"
    assert not published().exists()


@pytest.mark.parametrize("make", [build_disclosure, submitted_disclosure])
def test_what_is_not_public_yet_has_no_address(make):
    make()
    assert public_revision(*ADDRESS) is None
    assert public_revision(*ADDRESS, revision=1) is None


@pytest.mark.parametrize(
    "address", [("210401", "011001", 2023), ("210400", "011002", 2023), ("210400", "011001", 2022)]
)
def test_another_region_unit_or_year_is_another_disclosure(revisions, address):
    assert public_revision(*address) is None


def test_a_current_revision_comes_with_its_unit_and_region_in_one_query(revisions, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert public_revision(*ADDRESS).unit.region.name == "抚顺市"


@pytest.mark.parametrize(
    ("years", "main"),
    [
        ({2024: 1, 2023: 62, 2022: 62, 2020: 71}, 2023),  # a few fewer are no reason to be told of an old year
        ({2024: 36, 2023: 71}, 2024),
        ({2024: 35, 2023: 71}, 2023),  # only begun
        ({2023: 1}, 2023),
        ({}, None),
    ],
)
def test_the_main_year_is_the_newest_that_is_not_only_begun(years, main):
    assert main_year(years) == main
