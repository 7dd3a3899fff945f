"""Names of what the official tables hold, by the section of the text that speaks of it."""

from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.subjects import Subject, subject

_ECONOMIC_SAME = "03 total basic_expenditure = 05 total basic_expenditure"

TOTALS = (
    subject(
        "income_total", "收入总计 总收入 收入支出总计 收入支出决算总计 收支总计 收入决算总计 支总计",
        "01 income:grand_total amount",
    ),
    subject(
        "expenditure_total", "支出总计 总支出 支出决算总计",
        "01 expenditure:grand_total amount", "01 expenditure:expenditure_this_year amount",
    ),
    subject("income_this_year", "本年收入合计 收入合计 本年收入", "01 income:income_this_year amount"),
    subject("expenditure_this_year", "本年支出合计 支出合计 本年支出", "01 expenditure:expenditure_this_year amount"),
    subject(
        "fiscal_total",
        "财政拨款收入支出总计 财政拨款收入支出决算总计 财政拨款收支总计 财政拨款收入总计 财政拨款收、支总计",
        "04 income:grand_total amount",
    ),
    subject("fiscal_expenditure", "财政拨款支出 财政拨款支出总计", "04 expenditure:expenditure_this_year total"),
    subject("general_expenditure", "一般公共预算财政拨款支出 一般公共预算支出", "05 total total"),
    subject(
        "general_basic", "一般公共预算财政拨款基本支出 一般公共预算基本支出",
        "05 total basic_expenditure", "06 staff amount + 06 operating amount",
    ),
    subject(
        "fund_expenditure", "政府性基金预算财政拨款支出 政府性基金预算支出", "08 total expenditure",
    ),
    subject("fund_income", "政府性基金预算财政拨款收入 政府性基金预算收入", "01 income:government_fund_budget amount"),
    subject(
        "capital_expenditure", "国有资本经营预算财政拨款支出 国有资本经营预算支出", "09 total expenditure",
    ),
    subject(
        "capital_income", "国有资本经营预算财政拨款收入 国有资本经营预算收入", "01 income:state_capital_budget amount",
    ),
    subject(
        "general_income", "一般公共预算财政拨款收入 一般公共预算收入", "01 income:general_public_budget amount",
    ),
)  # fmt: skip

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
    subject("surplus_used", "使用非财政拨款结余 使用非财政拨款结余(含专用结余)", "01 income:surplus_used amount"),
    subject("opening_balance", "上年结转和结余 年初结转和结余 上年结转结余", "01 income:opening_balance amount"),
)  # fmt: skip

EXPENDITURE = (
    subject("basic", "基本支出", "03 total basic_expenditure"),
    subject("project", "项目支出", "03 total project_expenditure"),
    subject("superior_remittance", "上缴上级支出", "03 total superior_remittance"),
    subject("business_expenditure", "经营支出", "03 total business_expenditure"),
    subject("affiliate_subsidy", "对附属单位补助支出", "03 total affiliate_subsidy"),
    subject("surplus_distributed", "结余分配", "01 expenditure:surplus_distributed amount"),
    subject("closing_balance", "年末结转和结余 年末结转结余 结转结余", "01 expenditure:closing_balance amount"),
)  # fmt: skip


def _economic(same: str = "") -> tuple[Subject, ...]:
    return (
        subject("economic:301", "工资福利支出", "06 301 amount", same=same),
        subject("economic:302", "商品和服务支出", "06 302 amount", same=same),
        subject("economic:303", "对个人和家庭的补助 对个人和家庭的补助支出", "06 303 amount", same=same),
        subject("economic:310", "资本性支出", "06 310 amount", same=same),
        subject("staff", "人员经费", "06 staff amount", same=same),
        subject("operating", "公用经费 日常公用经费", "06 operating amount", same=same),
    )


OVERALL = (
    *INCOME, *EXPENDITURE, *_economic(_ECONOMIC_SAME),
    subject(
        "expenditure_total", "支出",
        "01 expenditure:grand_total amount", "01 expenditure:expenditure_this_year amount",
    ),
)  # fmt: skip

FISCAL = (
    subject("fiscal_income", "财政拨款收入 收入 本年收入", "04 income:income_this_year amount"),
    subject(
        "fiscal_basic", "基本支出",
        "05 total basic_expenditure + 08 total basic_expenditure + 09 total basic_expenditure",
    ),
    subject(
        "fiscal_project", "项目支出",
        "05 total project_expenditure + 08 total project_expenditure + 09 total project_expenditure",
    ),
    subject("fiscal_expenditure", "支出 本年支出", "04 expenditure:expenditure_this_year total"),
)  # fmt: skip

GENERAL = (
    subject("general_basic", "基本支出", "05 total basic_expenditure"),
    subject("general_project", "项目支出", "05 total project_expenditure"),
    subject("general_expenditure", "支出", "05 total total"),
)

FUND = (
    subject("fund_opening", "年初结转和结余 上年结转和结余", "08 total opening_balance"),
    subject("fund_income_in_table", "本年收入 收入", "08 total income"),
    subject("fund_expenditure", "本年支出 支出", "08 total expenditure"),
    subject("fund_basic", "基本支出", "08 total basic_expenditure"),
    subject("fund_project", "项目支出", "08 total project_expenditure"),
    subject("fund_closing", "年末结转和结余", "08 total closing_balance"),
)

CAPITAL = (
    subject("capital_expenditure", "本年支出 支出", "09 total expenditure"),
    subject("capital_basic", "基本支出", "09 total basic_expenditure"),
    subject("capital_project", "项目支出", "09 total project_expenditure"),
)

BASIC = (
    subject(
        "general_basic", "基本支出 财政拨款基本支出",
        "05 total basic_expenditure", "06 staff amount + 06 operating amount",
    ),
    *_economic(),
)  # fmt: skip

BY_SCOPE: dict[Scope, tuple[Subject, ...]] = {
    Scope.OVERALL: OVERALL, Scope.FISCAL: FISCAL, Scope.GENERAL: GENERAL, Scope.FUND: FUND, Scope.CAPITAL: CAPITAL,
    Scope.BASIC: BASIC,
}  # fmt: skip
