"""A result told again in English: its places, its figures as published, how it ended; nothing that it does not say."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from disclosures.addresses import links
from disclosures.amounts import Outcome
from disclosures.checks.checking import Report, check
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import CellLabel, FieldLabel, FormName, Named, TableLabel, TextLabel
from disclosures.checks.narrative.links import Link, TextSign
from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.checks.outcomes import Result
from disclosures.checks.spots import CellSpot, FormSpot, TableSpot, TextSpot
from disclosures.checks.wording.chinese import Told
from disclosures.checks.wording.relations import Relation
from disclosures.pages.checks.findings import findings_of
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.telling import told, told_with_rule
from disclosures.statements.models import Disclosure
from tests.building import build_disclosure
from tests.checks.samples import FUSHUN, PUTUO, read_sample
from tests.pages.every.spoken import CHINESE

pytestmark = pytest.mark.django_db

TOTAL = CellSpot("第 1 行", "03", "total", "total_expenditure")
ITEM = CellSpot("第 1 行", "05", "2010308", "project_expenditure")
ACCOUNT = CellSpot("第 1 行", "01", "58", "amount")
SCORE = FormSpot("第 2 行", 2, "score", "indicator", 2)
WORDS = TextSpot("第 3 行", 5, 10, 20)
TABLE = TableSpot("第 4 行", "06")


UNNAMED = Named("")


def figure(
    spot=None, text="1.00 万元", value: Decimal | None = Decimal(10000), label=UNNAMED, unit=Unit.YUAN
) -> Figure:
    return Figure(value, label, text, unit, spot)


def result(outcome, left=None, right=None, rule="C1", relation=Relation.SAME) -> Result:
    return Result(rule, outcome, relation, left, right, recorded=Told("记录。"))


def places(*known: Link) -> Places:
    disclosure = Disclosure.objects.first() or build_disclosure()
    return Places(disclosure, links.of(disclosure), Report((), links=known))


def english(one: Result, *known: Link) -> str:
    with override("en"):
        return "".join(phrase.text for phrase in told(one, places(*known))[0])


def link(role: str, subject: str, whole: str = "") -> Link:
    return Link(
        5,
        10,
        20,
        "0.00%",
        Decimal(0),
        Unit.PERCENT,
        "记录",
        TextSign.EQUAL,
        "",
        role=role,
        subject=subject,
        whole=whole,
    )


@pytest.mark.parametrize(
    ("spot", "label", "place"),
    [
        (TOTAL, CellLabel("03", "合计", "本年支出合计"), "Table 03 · Total · Expenditure of the year, total"),
        (TOTAL, CellLabel("03", "合 计", "本年支出合计"), "Table 03 · Total · Expenditure of the year, total"),
        (ITEM, CellLabel("05", "信访事务", "本年支出项目支出"), "Table 05 · 2010308 · Petitions · Project expenditure"),
        (ACCOUNT, CellLabel("01", "本年支出合计"), "Table 01 · line 58 · Expenditure of the year, total"),
        (CellSpot("", "04", "income-3", "amount"), CellLabel("04", "别的收入", "金额"), "Table 04 · 别的收入 · Amount"),
        (SCORE, FieldLabel(FormName("信访工作经费"), "得分", "指标", "接待批次"), "Form 2 · 接待批次 · Score"),
        (WORDS, TextLabel("基本支出"), "Narrative · Basic expenditure"),
        (WORDS, TextLabel("不知道的事"), "Narrative"),
        (TABLE, TableLabel("06"), "Table 06"),
        (FormSpot("", 9, "executed"), Named("一张自评表的全年执行数"), "一张自评表的全年执行数"),
    ],
)
def test_a_place_has_its_number_and_what_the_catalogue_knows(spot, label, place):
    one = result(Outcome.EQUAL, figure(spot, label=label))
    assert english(one) == f"{place}: 1.00 ten thousand yuan. As the rule asks."


@pytest.mark.parametrize(
    ("known", "meaning"),
    [
        (link(Role.ACTUAL, "basic"), "Basic expenditure"),
        (link(Role.SHARE, "basic", "expenditure_total"), "Basic expenditure · share of Total expenditure"),
        (link(Role.SHARE, "basic"), "Basic expenditure · share"),
        (link(Role.COMPLETION, "public:total"), "Three public expenses · percentage of budget used"),
        (link(Role.CHANGE, "code:05:20808"), "20808 · change on last year"),
        (link(Role.PART, "part:信访维稳经费"), "信访维稳经费"),
        (link("", ""), ""),
    ],
)
def test_a_figure_of_the_text_says_what_it_means(known, meaning):
    place = f"Narrative · {meaning}" if meaning else "Narrative"
    assert english(result(Outcome.EQUAL, figure(WORDS)), known).startswith(f"{place}: 1.00 ten thousand yuan")


@pytest.mark.parametrize(
    ("text", "value", "unit", "said"),
    [
        ("7.24万元", Decimal(72400), Unit.YUAN, "7.24 ten thousand yuan"),
        ("1,262.08 万元", Decimal(12620800), Unit.YUAN, "1,262.08 ten thousand yuan"),
        ("12.00 元", Decimal(12), Unit.YUAN, "12.00 yuan"),
        ("1.00 万元 + 2.00 万元", Decimal(30000), Unit.YUAN, "1.00 ten thousand yuan + 2.00 ten thousand yuan"),
        ("86.5 分", Decimal("86.5"), Unit.POINTS, "86.5 points"),
        ("20.82%", Decimal("20.82"), Unit.PERCENT, "20.82%"),
        ("2 辆", Decimal(2), Unit.NUMBER, "2 辆"),
        ("空白", None, Unit.YUAN, "nothing printed"),
        ("甲" * 41, None, Unit.NUMBER, "甲" * 40 + "…"),
    ],
)
def test_a_figure_stays_as_published_with_its_unit_in_english(text, value, unit, said):
    one = result(Outcome.EQUAL, figure(TOTAL, text, value, CellLabel("03", "合计"), unit))
    assert english(one) == f"Table 03 · Total · Expenditure of the year, total: {said}. As the rule asks."


def sides(left: str, right: str, unit: Unit, rule: str = "D1") -> tuple[Figure, Figure]:
    """Two sides of the text with these numbers."""
    factor = 10000 if unit == Unit.YUAN else 1
    end = {Unit.YUAN: " 万元", Unit.PERCENT: "%", Unit.POINTS: " 分", Unit.NUMBER: ""}[unit]
    return tuple(figure(WORDS, f"{one}{end}", Decimal(one) * factor, unit=unit) for one in (left, right))


@pytest.mark.parametrize(
    ("left", "right", "unit", "apart"),
    [
        ("1.00", "3.50", Unit.YUAN, "2.50 ten thousand yuan"),
        ("1234.00", "2.00", Unit.YUAN, "1,232.00 ten thousand yuan"),
        ("20.82", "20.80", Unit.PERCENT, "0.02 percentage points"),
        ("5", "10", Unit.POINTS, "5 points"),
        ("3", "1", Unit.NUMBER, "2"),
    ],
)
def test_a_difference_is_exact_and_has_its_unit(left, right, unit, apart):
    both = sides(left, right, unit)
    assert english(result(Outcome.BROKEN, *both, "D1")).endswith(f". The difference is {apart}.")
    assert english(result(Outcome.ROUNDING, *both, "D1")).endswith(f". The difference is {apart}, within rounding.")


def test_a_difference_that_does_not_end_is_said_to_be_rounded_and_never_to_be_nothing():
    done, due = figure(SCORE, "0.95", Decimal("0.95"), unit=Unit.NUMBER), Decimal(5) / Decimal("5.25")
    exact = result(Outcome.ROUNDING, done, figure(None, "95.24%", due, unit=Unit.NUMBER), "F4")
    assert english(exact).endswith("The difference is about 0.002381, within rounding.")
    budget = result(Outcome.BROKEN, figure(SCORE), figure(None, "2.33 万元", Decimal(10000) * 7 / 3), "F5b")
    assert english(budget).endswith("The difference is about 1.33 ten thousand yuan.")


@pytest.mark.parametrize(
    ("one", "ended"),
    [
        (result(Outcome.EQUAL, figure(TOTAL), figure(WORDS)), "Both are equal."),
        (result(Outcome.EQUAL, figure(TOTAL), figure(WORDS, value=Decimal(20000)), "C6"), "As the rule asks."),
        (result(Outcome.BROKEN, figure(TOTAL), figure(WORDS, "空白", None)), "These do not agree."),
        (result(Outcome.BROKEN, figure(TOTAL), rule="D11"), "Not as the rule asks."),
        (result(Outcome.BROKEN, *sides("5", "10", Unit.POINTS), "F3r"), "Not as the rule asks."),
        (result(Outcome.BROKEN, *sides("5", "0", Unit.POINTS), "F8"), "Not as the rule asks."),
        (result(Outcome.NOT_APPLICABLE, figure(TOTAL)), "This cannot be checked; the reason is recorded in Chinese."),
        (result(Outcome.BROKEN, figure(WORDS), None, "Z9"), "Not as the rule asks."),
    ],
)
def test_an_end_says_what_the_result_says(one, ended):
    assert english(one).endswith(f": {figure_text(one)}. {ended}")


def figure_text(one: Result) -> str:
    """The last figure, as it is told."""
    last = one.right or one.left
    return (
        "nothing printed"
        if last.value is None
        else last.text.replace("万元", "ten thousand yuan").replace("分", "points")
    )


def test_a_percentage_of_nothing_says_so_and_leaves_out_the_side_that_only_says_it_too():
    base = figure(None, "0", None, Named("公务接待费的预算数"))
    zero = figure(WORDS, "0.00%", Decimal(0), unit=Unit.PERCENT)
    one = result(Outcome.BROKEN, zero, base, "D4", Relation.OVER_NOTHING)
    assert english(one) == "Narrative: 0.00%. The base is 0, so this percentage has no meaning."


def test_what_stands_nowhere_is_called_by_its_rule_or_as_recorded():
    total = figure(TOTAL, label=CellLabel("03", "合计"))
    assert "; the sum of the codes below it: 1.00 ten" in english(result(Outcome.EQUAL, total, figure(), "A1"))
    assert "; 别的数: 1.00 ten" in english(result(Outcome.EQUAL, total, figure(label=Named("别的数")), "Z9"))
    section = figure(None, "", None, Named("主要职责"), Unit.NUMBER)
    assert english(result(Outcome.BROKEN, None, section, "E3")) == "Main duties. Not as the rule asks."


@pytest.mark.parametrize(("text", "said"), [("有", "Table 06. Not"), ("没有", "Table 06: not there. Not")])
def test_a_table_is_there_or_not(text, said):
    one = result(Outcome.BROKEN, None, figure(TABLE, text, None, TableLabel("06"), Unit.NUMBER), "E1")
    assert english(one) == f"{said} as the rule asks."


def test_a_relation_without_sides_says_that_it_cannot_be_checked():
    assert english(result(Outcome.NOT_APPLICABLE)) == "This cannot be checked; the reason is recorded in Chinese."


def test_each_side_leads_to_where_it_stands():
    one = result(Outcome.EQUAL, figure(TOTAL), figure(TABLE, "有", None, unit=Unit.NUMBER))
    with override("en"):
        hrefs = {phrase.text: phrase.href for phrase in told(one, places())[0] if phrase.href}
    page = "/en/units/210400-011001/2023/tables/"
    assert hrefs == {"1.00 ten thousand yuan": f"{page}03/#total.1", "Table 06": f"{page}06/"}


def test_beside_a_figure_the_rule_comes_first():
    one = result(Outcome.EQUAL, figure(TOTAL), rule="F9")
    with override("en"):
        assert told_with_rule(one, places()).startswith("A rate in the account of what was achieved equals")
        assert told_with_rule(result(Outcome.EQUAL, rule="Z9"), places()) == "As the rule asks."


def test_what_was_recorded_stands_behind_in_english_alone():
    one = result(Outcome.EQUAL, figure(TOTAL))
    with override("en"):
        (told_again,) = findings_of([one], places(), {})
    assert (told_again.recorded, told_again.title[:6]) == ("记录。", "Income")
    (finding,) = findings_of([one], places(), {})
    assert (finding.recorded, "".join(phrase.text for phrase in finding.sentence)) == ("", "记录。")


@pytest.mark.parametrize("path", [FUSHUN, PUTUO])
def test_every_relation_of_a_real_document_is_told_in_english_but_for_its_own_words(path):
    """What is Chinese says so; what is recorded of a computed side never has to stand in for a name."""
    report = check(read_sample(path))
    disclosure = build_disclosure()
    where = Places(disclosure, links.of(disclosure), report)
    with override("en"):
        for one in report.results:
            phrases, _ = told(one, where)
            assert not [phrase.text for phrase in phrases if not phrase.lang and CHINESE.search(phrase.text)]
            labels = {str(side.label) for side in (one.left, one.right) if side and not side.spot}
            assert not labels & {phrase.text for phrase in phrases if phrase.lang}, one
    assert len(report.results) > 100
