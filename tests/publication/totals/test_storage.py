"""What is kept of a current revision agrees with its lines, and comes and goes with it."""

from collections import defaultdict
from decimal import Decimal

import pytest
from django.core.management import call_command

from disclosures.publication import workflow
from disclosures.publication.current import publication_number
from disclosures.publication.totals.models import CodeTotal, Shortfall, YearTotal
from disclosures.publication.totals.storage import STORED
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.models import Chapter, Disclosure, Paragraph, PerformanceIndicator, statements_in
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db


def published(disclosure: Disclosure) -> Disclosure:
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    return disclosure


def naive_totals(disclosure: Disclosure) -> dict[tuple, Decimal]:
    """Every figure of every code, straight from the lines."""
    found = defaultdict(Decimal)
    for number, model in statements_in(2023).items():
        if issubclass(model, ClassifiedLine):
            for line in disclosure.lines(number):
                if line.code not in ("", "staff", "operating"):
                    for column, amount in line.amounts.items():
                        if amount is not None:
                            found[number, column, line.code] = amount
    return found


def test_every_figure_under_a_code_is_kept_and_nothing_else(published_2023):
    kept = {(one.table, one.column, one.code): one.amount for one in CodeTotal.objects.all()}
    assert kept == naive_totals(published_2023)
    assert kept["05", "project_expenditure", "2010301"] == 0  # printed as 0.00
    assert ("03", "project_expenditure", "2010301") not in kept  # blank
    assert {one.year for one in CodeTotal.objects.all()} == {2023}


@pytest.mark.parametrize(
    ("table", "column", "code", "whole"),
    [
        ("03", "total_expenditure", "2010308", "12620800"),
        ("03", "project_expenditure", "2010308", "6353600"),
        ("06", "amount", "30201", "6267200"),  # both totals below the panels
    ],
)
def test_the_whole_of_a_share_is_the_total_that_the_table_prints(table, column, code, whole, published_2023):
    assert CodeTotal.objects.get(table=table, column=column, code=code).whole == Decimal(whole)


def test_the_year_comes_down_to_what_its_tables_print():
    total = YearTotal.objects.get(disclosure=published_disclosure())
    assert (total.income, total.expenditure) == (Decimal(12620800), Decimal(12620800))
    assert (total.basic_expenditure, total.project_expenditure) == (Decimal(6267200), Decimal(6353600))
    assert (total.three_public_budget, total.three_public) == (Decimal(50000), Decimal(42400))
    assert total.score == "99.46"
    assert (total.tables, total.told) == ("fffffffee", 9)


def test_a_table_without_figures_and_without_a_word_about_it_is_missing():
    draft = build_disclosure()
    draft.lines("07").delete()
    total = YearTotal.objects.get(disclosure=published(draft))
    assert (total.tables, total.told) == ("ffffff-ee", 8)
    assert total.three_public is None


def test_an_indicator_that_lost_points_is_kept_with_whether_it_says_why():
    draft = build_disclosure()
    first, second = PerformanceIndicator.objects.filter(disclosure=draft).order_by("position")
    PerformanceIndicator.objects.filter(pk=second.pk).update(deviation={"人员保障": ""}, improvement=" ")
    published(draft)
    kept = list(Shortfall.objects.order_by("indicator").values_list("indicator", "lost", "is_missed", "is_explained"))
    assert kept == [(first.pk, Decimal("0.4"), True, True), (second.pk, Decimal("0.4"), True, False)]


@pytest.mark.parametrize(
    ("values", "is_kept"),
    [
        ({"score": "10", "actual": "100"}, False),
        ({"score": "10", "actual": "99"}, True),
        ({"score": "9", "actual": "100"}, True),
        ({"score": "", "actual": "良好"}, False),
        ({"weight": "9" * 30, "score": "1"}, True),
    ],
    ids=str,
)
def test_what_counts_as_a_shortfall(values, is_kept):
    draft = build_disclosure()
    PerformanceIndicator.objects.filter(disclosure=draft, position=2).delete()
    PerformanceIndicator.objects.filter(disclosure=draft, position=1).update(**values)
    assert Shortfall.objects.filter(disclosure=published(draft)).exists() is is_kept


def test_a_new_revision_takes_the_place_of_the_old_one_and_a_withdrawal_leaves_nothing(published_2023):
    second = workflow.revise(published_2023)
    Paragraph.objects.create(
        disclosure=second, position=50, chapter=Chapter.EXPLANATION, text="2023年度机关运行经费支出121.12万元。"
    )
    published(second)
    for model in STORED:
        assert set(model.objects.values_list("disclosure", flat=True)) == {second.pk}
    workflow.withdraw(second, "有误")
    for model in STORED:
        assert not model.objects.exists()


def test_rebuilding_gives_the_same_totals_and_a_new_publication_number(published_2023):
    published_disclosure(year=2022)
    before = [sorted(model.objects.values_list(*_contents(model))) for model in STORED]
    CodeTotal.objects.all().delete()
    number = publication_number()
    call_command("rebuild_totals", verbosity=0)
    assert [sorted(model.objects.values_list(*_contents(model))) for model in STORED] == before
    assert publication_number() == number + 1


def _contents(model) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if not field.primary_key and field.name != "whole"]
