"""A wording is filled with the figures of its unit, each known with its place and its role."""

from decimal import Decimal

import pytest

from disclosures.amounts import AmountUnit, rounded
from tests.checks.narrative.wordings.books import books
from tests.checks.narrative.wordings.facts import Facts
from tests.checks.narrative.wordings.language import Unfit, paragraphs, wording
from tests.checks.narrative.wordings.others import Known

SEED = 3


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts(books(SEED), SEED)


def filled(text: str, facts: Facts) -> str:
    return "¶".join("".join(piece.text for piece in line) for line in paragraphs(wording("one", text), facts))


def only(text: str, facts: Facts):
    """The one figure of the text."""
    ((figure,),) = ([piece for piece in line if piece.is_figure] for line in paragraphs(wording("one", text), facts))
    return figure


def given(**figures: Known) -> Facts:
    """Facts in which these figures have the names of others."""
    facts = Facts(books(SEED), SEED)
    facts._others |= figures
    return facts


def yuan(now: int, was: int = 0, budget: int = 0) -> Known:
    return Known(*(Decimal(10_000) * one for one in (now, was, budget)))


def test_a_fact_is_what_its_table_prints(facts):
    line = facts.now.row("05", "total")
    assert filled("支出{general}万元", facts) == f"支出{line.text('total', facts.made.precision).replace(',', '')}万元"


def test_a_figure_knows_its_role_and_its_number(facts):
    figure = only("{share:general.basic/general}%", facts)
    assert figure.role == "share:general.basic/general"
    assert figure.value == facts.known("general.basic").now / facts.known("general").now * 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{x}", "30.00"),
        ("{was:x}", "40.00"),
        ("{budget:x}", "20.00"),
        ("{up:x}{change:x}，{up:x 增长/下降}{rate:x}%", "减少10.00，下降25.00%"),
        ("{above:x}{over:x}，{over_rate:x}%，{done:x}%", "增加10.00，50.00%，150.00%"),
        ("{share:y/x}%", "16.67%"),
        ("{x+y}、{x-y}", "35.00、25.00"),
        ("{up:y 增/减/持平}", "持平"),
        ("[x?有|无][zero?有|无][up:x?升|不升][change:y?变]", "有无不升"),
        ("[x?甲{x}[zero?乙|丙{y}]]丁", "甲30.00丙5.00丁"),
        ("{year}年比{last}年", "2023年比2022年"),
    ],
)
def test_verbs_and_choices(text, expected):
    assert filled(text, given(x=yuan(30, 40, 20), y=yuan(5, 5), zero=yuan(0))) == expected


@pytest.mark.parametrize("text", ["{rate:x}%", "{done:x}%", "{share:x/zero}%", "{up:zero}"])
def test_what_does_not_exist_makes_the_unit_unfit(text):
    with pytest.raises(Unfit):
        filled(text, given(x=yuan(30), zero=yuan(0)))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("thousands", "1,234.00 33.33"),
        ("digits=wide", "１２３４.００ ３３.３３"),
        ("percent=1", "1234.00 33.3"),
        ("whole", "1234 33.33"),
        ("text=元", "12340000.00 33.33"),
    ],
)
def test_settings_say_how_figures_are_printed(settings, expected):
    facts = given(x=yuan(1234), y=yuan(1), z=yuan(3))
    assert filled(f"# seen nowhere\n#: {settings}\n{{x}} {{share:y/z}}", facts) == expected


@pytest.mark.parametrize("text", ["#: colour=red\n{x}", "#: needs=gold\n{x}"])
def test_settings_that_nobody_knows_are_refused(text):
    with pytest.raises(ValueError, match="unknown settings"):
        wording("one", text)


def test_a_list_repeats_its_text(facts):
    items = facts.entries("items")
    assert filled("[items*{n}.{name}{it}|；]", facts) == "；".join(
        f"{n}.{one.words['name']}{rounded(one.figures['it'].now, facts.made.precision) / 10_000:.2f}"
        for n, one in enumerate(items, start=1)
    )
    assert filled("[items*{no}、{class}{section}|¶]", facts).count("¶") == len(items) - 1


def test_a_wording_in_yuan_has_tables_in_yuan():
    facts, _ = wording("one", "#: unit=元\n{total}元").said_of(SEED)
    assert facts.made.precision.unit == AmountUnit.YUAN


def test_a_wording_waits_for_a_unit_that_it_fits():
    facts, (line,) = wording("one", "出国{abroad}万元，占{share:abroad/three}%").said_of(SEED)
    assert facts.known("three").now
    assert [piece.role for piece in line if piece.is_figure] == ["abroad", "share:abroad/three"]
