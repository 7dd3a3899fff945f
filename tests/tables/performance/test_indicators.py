"""Indicators: scores against weights, targets as a reader writes them, groups by heading."""

from decimal import Decimal

import pytest

from disclosures.statements.models import PerformanceIndicator
from disclosures.tables.performance.indicators import Score, grouped


def indicator(**fields):
    return PerformanceIndicator(position=1, **{"level1": "产出指标", "level2": "数量指标", "name": "办结率", **fields})


def address(place):
    return f"/source/#{place}" if place else ""


def only(**fields):
    [group] = grouped([indicator(**fields)], address)
    [(_, [found])] = group.parts
    return found


@pytest.mark.parametrize(
    ("printed", "weight", "lost", "share"),
    [
        ("3.3", "3.3", "0", "100.0"),
        ("1.52", "1.6", "0.08", "95.0"),
        ("0", "4.5", "4.5", "0.0"),
        ("11", "10", "-1", "100.0"),
        ("-1", "10", "11", "0.0"),
        ("0", "0", "0", None),
    ],
)
def test_a_score_is_weighed_exactly(printed, weight, lost, share):
    score = Score(printed, weight)
    assert score.lost == Decimal(lost)
    assert score.share == (share and Decimal(share))


@pytest.mark.parametrize(("printed", "weight"), [("", "10"), ("9", ""), ("优", "10")])
def test_a_score_without_numbers_has_no_share(printed, weight):
    assert Score(printed, weight).lost is None
    assert Score(printed, weight).share is None


@pytest.mark.parametrize(
    ("operator", "target", "unit", "expected"),
    [
        (">=", "95", "%", "≥ 95%"),
        ("<=", "25.48", "万元", "≤ 25.48 万元"),
        ("=", "1", "天", "= 1 天"),
        ("", "管理规范", "", "管理规范"),
        ("管理规范", "", "", "管理规范"),
    ],
)
def test_a_target_reads_as_one_figure_with_its_sign_and_unit(operator, target, unit, expected):
    assert only(operator=operator, target=target, unit=unit).target == expected


@pytest.mark.parametrize(
    ("actual", "unit", "expected"),
    [
        ("43.21", "%", "43.21%"),
        ("3", "天", "3 天"),
        ("— 21.05", "%", "— 21.05%"),
        ("全部或基本达成", "%", "全部或基本达成"),
    ],
)
def test_what_was_reached_has_the_unit_if_it_is_a_number(actual, unit, expected):
    assert only(actual=actual, unit=unit).actual == expected


def test_points_lost_without_a_reason_are_told():
    assert only(weight="10", score="5").is_unexplained
    assert not only(weight="10", score="5", deviation={"其他": "人手不足"}).is_unexplained
    assert not only(weight="10", score="5", improvement="增加人手。").is_unexplained
    assert not only(weight="10", score="10").is_unexplained


def test_a_sum_of_points_has_no_idle_zeros():
    [group] = grouped([indicator(weight="3.5", score="3.5"), indicator(weight="6.5", score="6.5")], address)
    assert (group.score.printed, group.score.weight) == ("10", "10")


def test_an_indicator_leads_to_its_place_in_the_source():
    assert only(place="L599").href == "/source/#L599"
    assert only().href == ""


def test_blank_reasons_are_left_out():
    assert only(deviation={"经费保障": "", "其他": "人手不足"}).reasons == (("其他", "人手不足"),)


def test_neighbours_with_the_same_headings_stand_together_and_their_points_are_summed():
    groups = grouped(
        [
            indicator(weight="1.6", score="1.52"),
            indicator(level2="质量指标", weight="0.8", score="0.344"),
            indicator(level1="效益指标", weight="10", score="10"),
        ],
        address,
    )
    assert [(group.name, [name for name, _ in group.parts]) for group in groups] == [
        ("产出指标", ["数量指标", "质量指标"]),
        ("效益指标", ["数量指标"]),
    ]
    assert (groups[0].score.printed, groups[0].score.weight) == ("1.864", "2.4")


def test_points_of_a_group_are_not_summed_where_one_is_no_number():
    [group] = grouped([indicator(weight="10", score="优"), indicator(weight="10", score="9")], address)
    assert group.score.printed == ""
