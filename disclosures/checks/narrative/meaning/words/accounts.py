"""Names of what the official tables hold, by the section of the text that speaks of it."""

from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.subjects import Subject, subject

_ECONOMIC_SAME = "03 total basic_expenditure = 05 total basic_expenditure"

TOTALS = (
    subject(
        "fiscal_or_general",
        "财政拨款支出",
        "05 total total",
        "04 expenditure:expenditure_this_year total",
    ),
    subject("general_project", "一般公共预算财政拨款项目支出", "05 total project_expenditure"),
    subject(
        "income_total", "收入总计",
        "01 income:grand_total amount",
    ),
    subject(
        "expenditure_total", "支出总计",
        "01 expenditure:grand_total amount", "01 expenditure:expenditure_this_year amount",
    ),
    subject("income_this_year", "本年收入合计", "01 income:income_this_year amount"),
    subject("expenditure_this_year", "本年支出合计", "01 expenditure:expenditure_this_year amount"),
    subject(
        "fiscal_total",
        "财政拨款收入支出总计",
        "04 income:grand_total amount",
    ),
    subject(
        "fiscal_total_spent", "财政拨款支出总计",
        "04 expenditure:grand_total total", "04 expenditure:expenditure_this_year total",
    ),
    subject("fiscal_expenditure", "财政拨款支出", "04 expenditure:expenditure_this_year total"),
    subject("general_expenditure", "一般公共预算财政拨款支出", "05 total total"),
    subject(
        "general_basic", "一般公共预算财政拨款基本支出",
        "05 total basic_expenditure", "06 staff amount + 06 operating amount",
    ),
    subject(
        "fund_expenditure", "政府性基金预算财政拨款支出", "08 total expenditure",
    ),
    subject("fund_income", "政府性基金预算财政拨款收入", "01 income:government_fund_budget amount"),
    subject(
        "capital_expenditure", "国有资本经营预算财政拨款支出", "09 total expenditure",
    ),
    subject(
        "capital_income", "国有资本经营预算财政拨款收入", "01 income:state_capital_budget amount",
    ),
    subject(
        "general_income", "一般公共预算财政拨款收入", "01 income:general_public_budget amount",
    ),
)  # fmt: skip

# What a text may mean by it: of all funds, or of the general public budget alone.
PURPOSES = (
    subject("daily_expenditure", "基本支出", "05 total basic_expenditure", "03 total basic_expenditure"),
    subject("special_expenditure", "项目支出", "05 total project_expenditure", "03 total project_expenditure"),
)

INCOME = (
    subject(
        "fiscal_income", "财政拨款收入",
        "01 income:general_public_budget amount + 01 income:government_fund_budget amount"
        " + 01 income:state_capital_budget amount",
        "02 total fiscal_appropriation",
    ),
    subject("superior_subsidy", "上级补助收入", "01 income:superior_subsidy amount"),
    subject("institutional_income", "事业收入", "01 income:institutional_income amount"),
    subject("business_income", "经营收入", "01 income:business_income amount"),
    subject("affiliate_remittance", "附属单位上缴收入", "01 income:affiliate_remittance amount"),
    subject("other_income", "其他收入", "01 income:other_income amount"),
    subject("surplus_used", "使用非财政拨款结余", "01 income:surplus_used amount"),
    subject("opening_balance", "上年结转和结余", "01 income:opening_balance amount"),
)  # fmt: skip

EXPENDITURE = (
    subject("basic", "基本支出", "03 total basic_expenditure"),
    subject("project", "项目支出", "03 total project_expenditure"),
    subject("superior_remittance", "上缴上级支出", "03 total superior_remittance"),
    subject("business_expenditure", "经营支出", "03 total business_expenditure"),
    subject("affiliate_subsidy", "对附属单位补助支出", "03 total affiliate_subsidy"),
    subject("surplus_distributed", "结余分配", "01 expenditure:surplus_distributed amount"),
    subject("closing_balance", "年末结转和结余", "01 expenditure:closing_balance amount"),
)  # fmt: skip


def _economic(same: str = "") -> tuple[Subject, ...]:
    return (
        subject("economic:301", "工资福利支出", "06 301 amount", same=same),
        subject("economic:302", "商品和服务支出", "06 302 amount", same=same),
        subject("economic:303", "对个人和家庭的补助", "06 303 amount", same=same),
        subject("economic:310", "资本性支出", "06 310 amount", same=same),
        subject("staff", "人员经费", "06 staff amount", same=same),
        subject("operating", "公用经费", "06 operating amount", same=same),
    )


OVERALL = (
    *INCOME, *EXPENDITURE, *PURPOSES, *_economic(_ECONOMIC_SAME),
)  # fmt: skip

FISCAL = (
    subject("fiscal_income", "财政拨款收入", "04 income:income_this_year amount"),
    subject("fiscal_opening", "年初财政拨款结转和结余", "04 income:opening_balance amount"),
    subject("fiscal_closing", "年末财政拨款结转和结余", "04 expenditure:closing_balance total"),
    subject(
        "fiscal_basic", "基本支出",
        "05 total basic_expenditure + 08 total basic_expenditure + 09 total basic_expenditure",
    ),
    subject(
        "fiscal_project", "项目支出",
        "05 total project_expenditure + 08 total project_expenditure + 09 total project_expenditure",
    ),
)  # fmt: skip

GENERAL = (
    *_economic(),
    subject("general_basic", "基本支出", "05 total basic_expenditure"),
    subject("general_project", "项目支出", "05 total project_expenditure"),
)

FUND = (
    subject("fund_opening", "年初结转和结余", "08 total opening_balance"),
    subject("fund_income_in_table", "本年收入", "08 total income"),
    subject("fund_basic", "基本支出", "08 total basic_expenditure"),
    subject("fund_project", "项目支出", "08 total project_expenditure"),
    subject("fund_closing", "年末结转和结余", "08 total closing_balance"),
)

CAPITAL = (
    subject("capital_opening", "年初结转和结余", "09 total opening_balance"),
    subject("capital_income_in_table", "本年收入", "09 total income"),
    subject("capital_closing", "年末结转和结余", "09 total closing_balance"),
    subject("capital_basic", "基本支出", "09 total basic_expenditure"),
    subject("capital_project", "项目支出", "09 total project_expenditure"),
)

BASIC = (*_economic(), *PURPOSES)

BY_SCOPE: dict[Scope, tuple[Subject, ...]] = {
    Scope.OVERALL: OVERALL, Scope.FISCAL: FISCAL, Scope.GENERAL: GENERAL, Scope.FUND: FUND, Scope.CAPITAL: CAPITAL,
    Scope.BASIC: BASIC,
}  # fmt: skip
