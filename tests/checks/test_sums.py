"""A printed total against its parts, one fact printed twice, a part and its whole: outcome, bound and words."""

from decimal import Decimal

import pytest

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure, in_words
from disclosures.checks.labels import Named
from disclosures.checks.sums import check_at_most, check_same, check_sum
from tests.checks.loading import BROKEN, EQUAL, ROUNDING, UNKNOWN, loaded

HALF = Decimal(50)  # 元: half of 0.01 万元


def figure(wan: str, label: str = "一处", half: Decimal = HALF) -> Figure:
    value = Decimal(wan) * 10_000 if wan else None
    return Figure(value, Named(label), f"{wan} 万元" if wan else "空白", half_step=half)


def sum_of(total: str, *parts: str, leaves: int = 0):
    addends = [(1, figure(part)) for part in parts]
    return check_sum("A1", loaded(), figure(total, "合计"), addends, Named("各项之和"), leaves=leaves)


@pytest.mark.parametrize(
    ("total", "parts", "outcome"),
    [
        ("3.00", ["1.00", "2.00"], EQUAL),
        ("3.00", ["1.00", "2.00", ""], EQUAL),
        ("3.01", ["1.00", "2.00"], ROUNDING),
        ("3.02", ["1.00", "2.00"], BROKEN),  # three half steps explain 0.015
        ("3.02", ["1.00", "2.00", "0.00"], ROUNDING),  # a printed 0.00 is a rounded figure
        ("3.02", ["1.00", "2.00", ""], BROKEN),  # a blank is none
        ("", ["1.00"], BROKEN),
        ("0.00", ["", ""], EQUAL),
        ("", ["", ""], UNKNOWN),
        ("-3.00", ["-1.00", "-2.00"], EQUAL),
    ],
)
def test_a_sum_may_miss_its_total_by_half_a_step_for_each_printed_figure(total, parts, outcome):
    assert sum_of(total, *parts).outcome == outcome


def test_the_message_says_both_figures_and_the_difference():
    result = sum_of("3.05", "1.00", "2.00")
    assert result.message == "合计 3.05 万元，各项之和 3.00 万元，相差 0.05 万元。"
    assert result.difference == Decimal(500)
    assert result.bound == Decimal(150)


def test_parts_that_are_sums_themselves_bring_the_tails_of_what_they_are_made_of():
    assert sum_of("3.03", "1.00", "2.00").outcome == BROKEN
    assert sum_of("3.03", "1.00", "2.00", leaves=5).outcome == ROUNDING


def test_a_blank_parent_of_printed_codes_is_no_part_and_brings_no_tail():
    assert sum_of("3.00", "", leaves=3).outcome == BROKEN


def test_a_total_that_is_not_there_is_never_a_pass():
    result = check_sum("A1", loaded(), None, [(1, figure("1.00"))], Named("各项之和"))
    assert result.outcome == UNKNOWN
    assert result.message


def test_signs_count():
    addends = [(1, figure("10.00")), (1, figure("50.00")), (-1, figure("45.00"))]
    assert check_sum("A3", loaded(), figure("15.00"), addends, Named("年末")).outcome == EQUAL
    assert check_sum("A3", loaded(), figure("105.00"), addends, Named("年末")).outcome == BROKEN


@pytest.mark.parametrize(
    ("left", "right", "leaves", "outcome"),
    [
        ("1.00", "1.00", 0, EQUAL),
        ("1.00", "1.01", 0, BROKEN),  # the same fact printed twice has no tail
        ("1.00", "1.01", 1, BROKEN),  # nor has a class of a single item
        ("1.00", "1.01", 2, ROUNDING),
        ("", "", 0, UNKNOWN),
        ("", "0.00", 0, EQUAL),
        ("", "1.00", 0, BROKEN),
    ],
)
def test_one_fact_printed_twice_is_the_same(left, right, leaves, outcome):
    assert check_same("C1", loaded(), figure(left), figure(right), leaves=leaves).outcome == outcome


def test_a_coarser_figure_is_known_to_half_its_own_step():
    coarse = figure("131", half=Decimal(5000))
    assert check_same("C1", loaded(), coarse, figure("131.40")).outcome == ROUNDING
    assert check_same("C1", loaded(), coarse, figure("131.60")).outcome == BROKEN


@pytest.mark.parametrize(("left", "right"), [(None, "1.00"), ("1.00", None), (None, None)])
def test_one_fact_that_is_printed_once_cannot_be_held_against_anything(left, right):
    sides = [None if side is None else figure(side) for side in (left, right)]
    assert check_same("C1", loaded(), *sides).outcome == UNKNOWN


@pytest.mark.parametrize(
    ("part", "whole", "outcome"),
    [
        ("1.00", "2.00", EQUAL),
        ("2.00", "2.00", EQUAL),
        ("2.01", "2.00", ROUNDING),
        ("2.02", "2.00", BROKEN),
        ("2.00", "", UNKNOWN),
        ("", "2.00", UNKNOWN),
    ],
)
def test_a_part_is_no_larger_than_its_whole(part, whole, outcome):
    assert check_at_most("C6", loaded(), figure(part), figure(whole)).outcome == outcome


def test_a_finding_names_two_figures_and_never_a_culprit():
    result = check_at_most("C6", loaded(), figure("2.50", "甲"), figure("2.00", "乙"))
    assert result.message == "甲 2.50 万元，比乙 2.00 万元 多 0.50 万元。"
    assert result.outcome == Outcome.BROKEN


@pytest.mark.parametrize(
    ("yuan", "text"), [("100", "0.01 万元"), ("50", "0.005 万元"), ("0", "0.00 万元"), ("12620800", "1,262.08 万元")]
)
def test_a_difference_is_said_in_the_unit_of_the_document_with_the_decimals_it_needs(yuan, text):
    assert in_words(Decimal(yuan), loaded().disclosure.precision) == text
