"""Every table's declaration agrees with itself and with the official form."""

import re

import pytest
from django.conf import settings

from disclosures.classification.codes import ECONOMIC, FUNCTIONAL, SCHEMES
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import AccountLine, ClassifiedLine
from disclosures.statements.models import PARTS, STATEMENTS, BasicExpenditure, ThreePublicExpenses

EACH = pytest.mark.parametrize("model", STATEMENTS.values(), ids=STATEMENTS)

# What the forms print above their figures: each 栏次 with its title, as the sample's document has them.
PRINTED = {
    "01": "1 金额 2 金额",
    "02": "1 本年收入合计 2 财政拨款收入 3 上级补助收入 4 事业收入 5 经营收入 6 附属单位上缴收入 7 其他收入",
    "03": "1 本年支出合计 2 基本支出 3 项目支出 4 上缴上级支出 5 经营支出 6 对附属单位补助支出",
    "04": ("1 金额 2 合计 3 一般公共预算财政拨款 4 政府性基金预算财政拨款 5 国有资本经营预算财政拨款"),
    "05": "1 小计 2 基本支出 3 项目支出",
    "06": "",
    "07": "1 预算数 2 决算数",
    "08": "1 年初结转和结余 2 本年收入 3 小计 4 基本支出 5 项目支出 6 年末结转和结余",
    "09": "1 合计 2 基本支出 3 项目支出",
}
KEYS = {
    "01": "amount",
    "02": (
        "total_income fiscal_appropriation superior_subsidy institutional_income business_income affiliate_remittance"
        " other_income"
    ),
    "03": (
        "total_expenditure basic_expenditure project_expenditure superior_remittance business_expenditure"
        " affiliate_subsidy"
    ),
    "04": "amount total general_public_budget government_fund_budget state_capital_budget",
    "05": "total basic_expenditure project_expenditure",
    "06": "amount",
    "07": "initial_budget actual",
    "08": "opening_balance income expenditure basic_expenditure project_expenditure closing_balance",
    "09": "opening_balance income expenditure basic_expenditure project_expenditure closing_balance",
}  # names that files and scripts rely on


def sides(column: Amount) -> tuple[str, ...]:
    return tuple(column.number) if isinstance(column.number, dict) else (column.side,)


def numbered(model) -> list[tuple[int, str]]:
    """Each 栏次 of the table with its title."""
    return [
        (number, column.title)
        for column in model.columns()
        for side in sides(column)
        if (number := column.number_on(side))
    ]


@EACH
def test_columns_are_numbered_and_titled_as_the_form_prints_them(model):
    printed = re.findall(r"(\d+) (\S+)", PRINTED[model.number])
    assert [(str(number), title) for number, title in numbered(model)] == printed


@EACH
def test_columns_keep_the_names_that_files_and_scripts_rely_on(model):
    assert [column.name for column in model.columns()] == KEYS[model.number].split()


@EACH
def test_numbers_run_from_one_without_a_gap(model):
    numbers = [number for number, _ in numbered(model)]
    assert numbers == list(range(1, len(numbers) + 1))


@EACH
def test_every_title_belongs_to_one_column_below_its_group_and_side(model):
    seen = [
        (side, column.group, title) for column in model.columns() for side in sides(column) for title in column.titles
    ]
    assert len(seen) == len(set(seen))


@EACH
def test_the_sums_between_columns_name_columns_of_the_table(model):
    names = {column.name for column in model.columns()}
    for identity in model.column_identities():
        assert {identity.total, *(name for _, name in identity.terms)} <= names
        assert identity.total not in [name for _, name in identity.terms]


@EACH
def test_the_sums_between_rows_name_rows_of_the_table(model):
    rows = {f"{row.side}:{row.key}" if row.side else row.key for row in model.outline}
    if model is BasicExpenditure:
        rows |= {code for _, codes in model.panels for code in codes}
    for identity in model.sums_of_rows():
        assert {identity.total, *(name for _, name in identity.terms)} <= rows
        assert identity.total not in [name for _, name in identity.terms]


def test_the_panels_of_economic_codes_add_up_to_their_totals():
    staff, operating = BasicExpenditure.sums_of_rows()
    in_panels = {"人员经费": set(), "公用经费": set()}
    for title, codes in BasicExpenditure.panels:
        in_panels[title] |= set(codes)
    assert {name for _, name in staff.terms} == in_panels["人员经费"]
    assert {name for _, name in operating.terms} == in_panels["公用经费"]
    assert [row.name for row in BasicExpenditure.outline] == [f"{title}合计" for title in in_panels]


@pytest.mark.parametrize(
    ("number", "total", "terms"),
    [
        ("01", f"{INCOME}:grand_total", ["income_this_year", "surplus_used", "opening_balance"]),
        ("01", f"{EXPENDITURE}:grand_total", ["expenditure_this_year", "surplus_distributed", "closing_balance"]),
        ("04", f"{INCOME}:grand_total", ["income_this_year", "opening_balance"]),
        ("04", f"{EXPENDITURE}:grand_total", ["expenditure_this_year", "closing_balance"]),
        ("07", "official_vehicles", ["vehicle_operation", "vehicle_purchase"]),
    ],
)
def test_the_grand_totals_are_made_of_what_the_form_lists_above_them(number, total, terms):
    sums = [identity for identity in STATEMENTS[number].sums_of_rows() if identity.total == total]
    assert terms in [[name.rpartition(":")[2] for _, name in identity.terms] for identity in sums]


@pytest.mark.parametrize(
    ("number", "total", "lines"),
    [
        ("01", 27, range(1, 9)),
        ("01", 58, range(32, 58)),
        ("04", 27, range(1, 4)),
        ("04", 28, range(29, 32)),
        ("04", 59, range(33, 59)),
    ],
)
def test_each_sum_of_an_account_takes_in_all_the_lines_that_it_sums_up(number, total, lines):
    line_of = {f"{row.side}:{row.key}": row.line for row in STATEMENTS[number].outline}
    [identity] = [each for each in STATEMENTS[number].sums_of_rows() if line_of[each.total] == total]
    assert [(sign, line_of[name]) for sign, name in identity.terms] == [(1, line) for line in lines]


@pytest.mark.parametrize("number", ["01", "04"])
def test_income_and_expenditure_come_to_the_same_total(number):
    balance = (f"{INCOME}:grand_total", ((1, f"{EXPENDITURE}:grand_total"),))
    assert balance in [(each.total, each.terms) for each in STATEMENTS[number].sums_of_rows()]


def test_the_three_public_expenses_add_up_as_the_form_indents_them():
    total, vehicles = ThreePublicExpenses.sums_of_rows()
    indented = {level: [row.key for row in ThreePublicExpenses.outline if row.level == level] for level in (1, 2)}
    assert [name for _, name in total.terms] == indented[1]
    assert [name for _, name in vehicles.terms] == indented[2]


@pytest.mark.parametrize("number", ["02", "03", "04", "05", "09"])
def test_the_total_of_a_row_takes_in_every_other_column_that_the_form_numbers(number):
    [identity] = STATEMENTS[number].column_identities()
    columns = [each.name for each in STATEMENTS[number].columns() if each.number and each.side != INCOME]
    assert [identity.total, *(name for _, name in identity.terms)] == columns
    assert {sign for sign, _ in identity.terms} == {1}


@pytest.mark.parametrize("number", ["08", "09"])
def test_spending_of_the_year_takes_in_what_stands_below_its_head(number):
    columns = [each.name for each in STATEMENTS[number].columns() if each.group == "本年支出"]
    assert columns in [
        [each.total, *(name for _, name in each.terms)] for each in STATEMENTS[number].column_identities()
    ]


def test_what_remains_of_the_government_fund_is_what_came_in_without_what_was_spent():
    [balance] = [each for each in STATEMENTS["08"].column_identities() if each.total == "closing_balance"]
    assert balance.terms == ((1, "opening_balance"), (1, "income"), (-1, "expenditure"))


@EACH
def test_titles_are_official_and_no_two_tables_share_one(model):
    mine = {model.title, *model.other_titles}
    for other in STATEMENTS.values():
        assert other is model or not mine & {other.title, *other.other_titles}
    assert model._meta.verbose_name.startswith(f"公开{model.number} ")
    assert model.note.startswith("本表反映部门本年度")


@EACH
def test_the_sample_prints_the_notes_of_the_forms(model):
    sample = (settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt").read_text(encoding="utf-8")
    assert model.note in re.sub(r"\s", "", sample)


@EACH
def test_a_table_of_codes_names_its_classification(model):
    if issubclass(model, ClassifiedLine):
        assert model.scheme == (ECONOMIC if model is BasicExpenditure else FUNCTIONAL)
        assert model.scheme in dict(SCHEMES)
    else:
        assert issubclass(model, AccountLine) or model is ThreePublicExpenses
        assert model.outline


def test_the_nine_tables_are_numbered_and_all_are_parts_of_a_disclosure():
    assert list(STATEMENTS) == [f"0{number}" for number in range(1, 10)]
    assert set(STATEMENTS.values()) <= set(PARTS)


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_every_field_says_in_chinese_what_it_is_and_how_to_fill_it_in(model):
    for field in model._meta.local_fields:
        if not field.primary_key:
            assert re.search(r"[\u4e00-\u9fff]", str(field.verbose_name)), field.name
            assert field.help_text, field.name
