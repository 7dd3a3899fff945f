"""Median, quartiles and ranks, against the definition and against another program's reckoning."""

from decimal import Decimal
from random import Random
from statistics import median, quantiles

import pytest

from disclosures.publication.standing.spread import LEAST, Spread


def spread(*values: str) -> Spread:
    return Spread(sorted(map(Decimal, values)))


def test_equal_figures_share_a_rank_and_the_largest_is_first():
    figures = spread("1", "2", "2", "3", "0.00")
    assert [figures.rank(Decimal(value)) for value in ("3", "2", "1", "0")] == [1, 2, 4, 5]
    assert (figures.times(Decimal(2)), figures.times(Decimal("2.00"))) == (2, 2)


def test_quartiles_between_two_figures_are_exact():
    figures = spread("0.01", "0.02", "0.04", "0.08")
    assert (figures.quarter(1), figures.median, figures.quarter(3)) == (
        Decimal("0.0175"), Decimal("0.03"), Decimal("0.05"),
    )  # fmt: skip


@pytest.mark.parametrize("count", range(2, 40))
def test_they_are_what_statistics_calls_inclusive(count):
    random = Random(count)
    values = [Decimal(random.randrange(10**9)) / 100 for _ in range(count)]
    figures = Spread(sorted(values))
    assert [figures.quarter(n) for n in (1, 2, 3)] == quantiles(values, n=4, method="inclusive")
    assert figures.median == median(values)


def test_fewer_than_eight_are_not_enough():
    assert not spread(*"1234567").is_enough
    assert spread(*"12345678").is_enough
    assert LEAST == 8
