"""A total against the sum of its parts: equal, explained by rounding, or broken."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.amounts import (
    AmountUnit,
    Outcome,
    Precision,
    from_fen,
    outcome_of,
    outcome_of_sum,
    parse_amount,
    printed,
)

WAN, YUAN, YI = AmountUnit.WAN, AmountUnit.YUAN, AmountUnit.YI
WAN_2 = Precision(WAN, 2)


def wan(*figures: str) -> list[Decimal | None]:
    return [parse_amount(figure, WAN) for figure in figures]


@pytest.mark.parametrize(
    ("total", "parts", "outcome"),
    [
        ("626.71", ("505.59", "121.12"), Outcome.EQUAL),
        ("626.72", ("505.59", "121.12"), Outcome.ROUNDING),
        ("626.70", ("505.59", "121.12"), Outcome.ROUNDING),
        ("626.73", ("505.59", "121.12"), Outcome.BROKEN),
        ("626.72", ("505.59", "121.12", ""), Outcome.ROUNDING),
        ("626.73", ("505.59", "121.12", ""), Outcome.BROKEN),  # a blank part brings no tail
        ("626.73", ("505.59", "121.12", "0.00"), Outcome.ROUNDING),
        ("0.00", ("", ""), Outcome.EQUAL),
        ("0.01", ("", ""), Outcome.BROKEN),
        ("0.00", ("1.00", "-1.00"), Outcome.EQUAL),
    ],
)
def test_a_total_is_compared_with_its_parts(total, parts, outcome):
    assert outcome_of_sum(wan(total)[0], wan(*parts), WAN_2) == outcome


def test_the_bound_is_half_a_step_for_each_part_and_for_the_total():
    assert WAN_2.half_step == 50
    assert [WAN_2.bound(parts) for parts in range(4)] == [0, 100, 150, 200]


def test_the_same_fact_printed_twice_has_no_tail():
    assert outcome_of(Decimal("0.01"), WAN_2.bound(0)) == Outcome.BROKEN


@pytest.mark.parametrize("precision", [Precision(YUAN, 2), Precision(WAN, 6), Precision(YI, 10)], ids=str)
def test_figures_printed_to_the_fen_have_no_tail(precision):
    assert outcome_of_sum(Decimal("3.00"), [Decimal("1.00"), Decimal("1.99")], precision) == Outcome.BROKEN


def as_published(value: Decimal, precision: Precision) -> Decimal:
    """元: the amount as a reader of the printed figure knows it."""
    return parse_amount(printed(value, precision.unit, precision.decimals), precision.unit)


amounts = st.integers(-(10**15), 10**15).map(from_fen)
precisions = st.builds(Precision, st.sampled_from(AmountUnit), st.integers(0, 6))


@settings(deadline=None)
@given(st.lists(amounts, min_size=1, max_size=60), precisions)
def test_rounding_alone_never_breaks_a_sum(parts, precision):
    total = as_published(sum(parts), precision)
    figures = [as_published(part, precision) for part in parts]
    assert outcome_of_sum(total, figures, precision) != Outcome.BROKEN


@pytest.mark.parametrize("parts", range(1, 41))
def test_the_bound_is_at_most_one_step_wider_than_what_rounding_reaches(parts):
    nearly_half = WAN_2.half_step - Decimal("0.01")
    total = as_published(nearly_half * parts, WAN_2)
    figures = [as_published(nearly_half, WAN_2)] * parts
    bound, step = WAN_2.bound(parts), 2 * WAN_2.half_step
    assert bound - step <= total - sum(figures) <= bound
