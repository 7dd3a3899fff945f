"""The svg pictures: nothing overlaps, nothing is lost, letters fit, and the page needs no script for them."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from disclosures.addresses import links
from disclosures.amounts import AmountUnit, parse_amount, printed
from disclosures.pages.charts.scale import ticks
from disclosures.pages.charts.shapes import Band, Bar, Bars, Course, Flow, Node, Score, Scores, Tile, Tree, Years
from disclosures.pages.charts.svg import rows
from disclosures.pages.charts.svg.courses import courses_of
from disclosures.pages.charts.svg.courses import lines_of as axis_of
from disclosures.pages.charts.svg.layers import layers_of
from disclosures.pages.charts.svg.lengths import cut, lines_of, pc, px, width_of
from disclosures.pages.charts.svg.picture import picture_of
from disclosures.pages.charts.svg.rows import rows_of
from disclosures.pages.charts.svg.scores import placed
from disclosures.pages.charts.svg.streams import streams_of
from disclosures.pages.charts.svg.tiles import LEADING, tiles_of
from disclosures.pages.front.money_flow import money_flow
from disclosures.statements.loaded import load_all_tables
from disclosures.statements.models import BasicExpenditure, Expenditure, Summary
from tests.answers import public_page
from tests.building import build_disclosure

YUAN, WAN = AmountUnit.YUAN, AmountUnit.WAN
amounts = st.integers(1, 10**9).map(lambda fen: Decimal(fen) / 100)
texts = st.text("基本支出项目2010308,.（）ab", max_size=30)


def number(length: str) -> float:
    return float(length.removesuffix("%"))


# ---- lengths --------------------------------------------------------------------------------------------------------


@given(texts, st.integers(2, 20))
def test_a_cut_text_fits_and_a_text_that_fits_is_not_cut(text, room):
    assert width_of(cut(text, room)) <= room
    assert (cut(text, room) == text) == (width_of(text) <= room)


@given(texts, st.integers(2, 8), st.integers(0, 6))
def test_lines_fit_and_lose_nothing_without_an_ellipsis(text, room, at_most):
    lines = lines_of(text, room, at_most)
    assert len(lines) <= at_most
    assert all(width_of(line) <= room for line in lines)
    if at_most and not (lines and lines[-1].endswith("…")):
        assert "".join(lines) == text


def test_a_line_neither_ends_with_an_opening_bracket_nor_breaks_a_word():
    assert lines_of("政府办公厅（室）及相关机构事务", 6, 4) == ["政府办公厅", "（室）及相关", "机构事务"]
    assert lines_of("General public services", 5, 4) == ["General", "public", "services"]


def test_lengths_are_written_as_short_as_svg_allows_and_stay_within_the_picture():
    assert (px(12.04), px(3), pc(1, 3), pc(2, 1), pc(-1, 2), pc(0)) == ("12", "3", "33.333%", "100%", "0%", "0%")


# ---- tiles ----------------------------------------------------------------------------------------------------------


@st.composite
def trees(draw):
    leaves = draw(st.lists(st.tuples(st.sampled_from("1234"), amounts, texts), min_size=1, max_size=12))
    tiles = [Tile("total", "", "合计", "1.00", Decimal(1), "")]
    for one in sorted({parent for parent, _, _ in leaves}):
        tiles.append(Tile(one, "total", f"类 {one}", "1.00", Decimal(1), "s1"))
    tiles += [
        Tile(f"{parent}-{n}", parent, text, "9.99", value, "s1") for n, (parent, value, text) in enumerate(leaves)
    ]
    return Tree(tuple(tiles))


@given(trees())
def test_tiles_fill_the_height_without_overlap_and_parts_fill_their_parent(tree):
    placed = {one.tile.key: one for one in tiles_of(tree, 400)}
    assert set(placed) == {tile.key for tile in tree.tiles}
    for parent in placed.values():
        parts = [one for one in placed.values() if one.tile.parent == parent.tile.key]
        if parts:
            assert number(parts[0].y) == pytest.approx(number(parent.y), abs=0.2)
            ends = [number(one.y) + number(one.height) for one in parts]
            assert ends[-1] == pytest.approx(number(parent.y) + number(parent.height), abs=1.7)
            assert all(end <= number(below.y) + 0.6 for end, below in zip(ends, parts[1:], strict=False))
            assert all(
                number(one.x) == pytest.approx(number(parent.x) + number(parent.width), abs=0.01) for one in parts
            )


@given(trees())
def test_words_stand_within_their_tile(tree):
    for one in tiles_of(tree, 400):
        assert all(float(y) <= number(one.height) + 1 for _, y in one.lines)
        assert [float(y) for _, y in one.lines] == [LEADING * n for n in range(1, len(one.lines) + 1)]


# ---- flows ----------------------------------------------------------------------------------------------------------


@st.composite
def flows(draw):
    sizes = st.lists(amounts, min_size=1, max_size=8)
    sources, targets = draw(sizes), draw(sizes)
    middle = Node("m", 1, "总计", "1.00", sum(sources), "s6", "#m")
    left = [Node(f"a{n}", 0, f"来源 {n}", "1.00", value, "s6", f"#a{n}") for n, value in enumerate(sources)]
    right = [Node(f"b{n}", 2, f"去向 {n}", "1.00", value, "s1", f"#b{n}") for n, value in enumerate(targets)]
    bands = [
        *(Band(node, middle, node.value, "1.00") for node in left),
        *(Band(middle, node, node.value, "") for node in right),
    ]
    return Flow((*left, middle, *right), tuple(bands))


@given(flows())
def test_neither_nodes_nor_their_labels_overlap_and_all_stand_within_the_picture(flow):
    streams = streams_of(flow)
    for column in range(3):
        posts = [post for post in streams.posts if post.node.column == column]
        ends = [(number(post.y), number(post.y) + number(post.height)) for post in posts]
        assert all(upper[1] <= lower[0] + 0.2 for upper, lower in pairwise(ends))
        assert all(lower - upper >= 20 for upper, lower in pairwise(number(post.label_y) for post in posts))
        assert ends[0][0] >= 0
        assert ends[-1][1] <= streams.height


@given(flows())
def test_bands_leave_and_reach_a_node_within_its_height_also_where_they_come_to_more(flow):
    streams = streams_of(flow)
    post = {one.node.key: one for one in streams.posts}
    for one in streams.streams:
        ys = [float(pair.split()[1]) for pair in re.findall(r"[\d.]+ [\d.]+", one.path)]
        for end, y in ((one.band.source, ys[0]), (one.band.target, ys[3])):
            assert number(post[end.key].y) - 0.2 <= y <= number(post[end.key].y) + number(post[end.key].height) + 0.2


@given(flows())
def test_on_a_narrow_page_every_node_has_a_part_and_a_line_of_words_with_its_figure(flow):
    layers = layers_of(flow)
    keys = [node.key for node in flow.nodes]
    assert [part.node.key for part in layers.parts] == keys
    assert sorted(word.node.key for word in layers.words) == sorted(keys)
    assert all(number(part.x) + number(part.width) <= 101 for part in layers.parts)
    assert all(float(word.y) < layers.height for word in layers.words)
    assert all(upper < lower for upper, lower in pairwise(float(word.y) for word in layers.words))


# ---- bars, scores and courses ---------------------------------------------------------------------------------------


def test_bars_share_one_scale_and_what_is_blank_or_negative_has_none():
    bars = Bars(
        ("预算数", "决算数"),
        (Bar("一", (Decimal(5), Decimal(10)), ("5", "10")), Bar("二", (None, Decimal(-1)), ("", "-1"))),
        YUAN,
    )
    first, second = rows_of(bars).rows
    assert [stripe.width for stripe in first.stripes] == ["50%", "100%"]
    assert [stripe.series for stripe in first.stripes] == ["", "s1"]
    assert (second.stripes, second.text) == ((), "· / -1")
    assert picture_of(bars).height > float(second.y)


def test_bars_stand_over_round_amounts_of_their_own_scale():
    bars = Bars(("决算数",), (Bar("一", (Decimal(25_000_000),), ("2,500.00",)),), WAN)
    assert [(mark.x, mark.text) for mark in rows_of(bars).marks] == [("40%", "1,000 万元"), ("80%", "2,000 万元")]
    wide = Bars(("决算数",), (Bar("一", (Decimal(2_400_000_000),), ("",)),), YUAN)
    assert [mark.text for mark in rows_of(wide).marks] == ["2,000,000,000 元"]


@given(st.lists(st.tuples(texts, amounts), min_size=1, max_size=8))
def test_a_name_and_its_figure_share_a_line_only_where_both_have_room(pairs):
    bars = Bars(("决算数",), tuple(Bar(title, (value,), (f"{value:,}",)) for title, value in pairs), YUAN)
    for row in rows_of(bars).rows:
        assert row.y != row.text_y or width_of(row.title) + width_of(row.text) < rows.ROOM


def test_a_target_that_is_far_exceeded_is_a_broken_bar_with_its_figure_and_words_have_no_bar():
    scores = Scores((Score("一", Decimal(50), "5 / 10", Decimal(900), ""), Score("二", None, "", None, "显著提高")))
    first, second = placed(scores).scores
    assert (first.scored, first.reached, first.score.is_broken, first.score.reached_text) == (
        "12%",
        "30%",
        True,
        "900%",
    )
    assert (second.scored, second.reached, second.score.is_broken) == (None, None, False)


@given(st.decimals(1, 10**12, places=2), st.integers(2, 5))
def test_round_amounts_are_evenly_spaced_few_and_none_is_above_the_largest(largest, at_most):
    values = [tick.value for tick in ticks(largest, at_most, YUAN)]
    assert 1 <= len(values) <= at_most
    assert values[-1] <= largest < values[-1] + values[0]
    assert str(values[0].normalize().as_tuple().digits) in ("(1,)", "(2,)", "(5,)")


@given(st.decimals(1, 10**12, places=2), st.sampled_from(AmountUnit))
def test_an_axis_counts_in_the_unit_of_the_figures_beside_it(largest, unit):
    row = Bar("一", (largest,), (printed(largest, unit),))
    figures = [mark.text for mark in rows_of(Bars(("决算数",), (row,), unit)).marks]
    course = Course("支出", row.values, row.texts, "s1")
    figures += [line.text for line in axis_of(Years((2023,), (course,), unit), 220)]
    assert {figure.rpartition(" ")[2] for figure in figures} == {unit}
    assert all(0 < parse_amount(figure.rpartition(" ")[0], unit) <= largest for figure in figures)


def test_of_two_lines_that_are_equal_the_lower_one_is_broad():
    values = (Decimal(50), Decimal(100))
    courses = [Course(title, values, ("50", "100"), "s1", is_broad=title == "收入") for title in ("收入", "支出")]
    page = render_to_string(
        "pages/pictures/courses.html", {"picture": picture_of(Years((2022, 2023), tuple(courses), YUAN))}
    )
    assert page.index("broad") < page.rindex('class="line s1"')
    assert re.findall(r"halo[^>]*>([^<]+)", page) == ["50 元", "100 元"]


def test_a_year_without_a_figure_leaves_a_gap_and_the_largest_is_at_the_top():
    course = Course("本年支出", (Decimal(50), Decimal(100), None, Decimal(0)), ("50", "100", "", "0.00"), "s1")
    drawn = courses_of(Years((2020, 2021, 2022, 2023), (course,), YUAN), 220)[0]
    assert [point.top for point in drawn.points] == ["108", "20", "196"]
    assert [path.count("L") for path in drawn.paths] == [1, 0]


# ---- the money of a year --------------------------------------------------------------------------------------------


def flow_of(disclosure) -> list[tuple[str, str, str]]:
    flow = money_flow(load_all_tables(disclosure), links.of(disclosure))
    return [(band.source.title, band.text, band.target.title) for band in flow.bands]


@pytest.mark.django_db
def test_money_flows_from_income_through_kinds_of_spending_to_purposes():
    assert flow_of(build_disclosure()) == [
        ("一般公共预算财政拨款收入", "1,262.08", "总计"),
        ("总计", "626.72", "基本支出"),
        ("总计", "635.36", "项目支出"),
        ("基本支出", "505.60", "工资福利支出"),
        ("基本支出", "121.12", "商品和服务支出"),
        ("项目支出", "635.36", "信访事务"),
    ]


@pytest.mark.django_db
def test_balances_are_money_too_and_small_projects_stand_together_with_their_sum():
    disclosure = build_disclosure()
    Summary.objects.filter(disclosure=disclosure, item="opening_balance").update(amount=Decimal(10000))
    Summary.objects.filter(disclosure=disclosure, item="closing_balance").update(amount=Decimal(10000))
    Expenditure.objects.bulk_create(
        Expenditure(disclosure=disclosure, code=str(code), name="项", position=code, project_expenditure=Decimal(10000))
        for code in range(2130101, 2130106)
    )
    found = flow_of(disclosure)
    assert ("年初结转和结余", "1.00", "总计") in found
    assert ("总计", "1.00", "年末结转和结余") in found
    assert found[-1] == ("项目支出", "2.00", "其余 2 项")


@pytest.mark.django_db
def test_what_no_table_prints_is_not_drawn():
    disclosure = build_disclosure()
    BasicExpenditure.objects.filter(disclosure=disclosure).delete()
    assert "工资福利支出" not in {target for _, _, target in flow_of(disclosure)}
    Expenditure.objects.filter(disclosure=disclosure).delete()
    assert money_flow(load_all_tables(disclosure), links.of(disclosure)) is None


@pytest.mark.django_db
def test_the_front_page_draws_the_flow_once_for_wide_and_once_for_narrow_pages_and_has_it_as_tables_too(
    client, published_2023
):
    page = public_page(client, "/units/210400-011001/2023/")
    for kind in ("wide", "narrow"):
        [picture] = re.findall(rf'<svg class="picture {kind}".*?</svg>\s*(?=<svg class="picture|<div)', page, re.DOTALL)
        assert picture.count("505.60") == 1
        assert 'href="/units/210400-011001/2023/tables/06/#301"' in picture
    assert "看成表格" in page


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["01", "03", "04", "06", "07"])
def test_every_picture_reserves_its_height_and_every_link_in_it_leads_to_a_row_or_a_focus(
    number, client, published_2023
):
    page = public_page(client, f"/units/210400-011001/2023/tables/{number}/")
    drawing = page[page.index('<div class="drawing">') : page.index('<div class="saving"')]
    assert re.match(r'<div class="drawing">\s*<svg class="picture[^"]*" width="100%" height="\d+"', drawing)
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    targets = re.findall(r'href="([^"]+)"', drawing)
    assert targets
    assert all(target.startswith("/units/") or target.removeprefix("#") in ids for target in targets)
