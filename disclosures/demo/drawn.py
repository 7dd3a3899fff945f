"""A unit-year at random: what came in, what was spent on what, what is left; `exact` says what it consists of."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from disclosures.demo import codes
from disclosures.demo.drawing import amount, part_of, split
from disclosures.demo.exact import FISCAL, FUND, GENERAL, NOTHING, OWN, STATE_CAPITAL, Exact, Item, Project, total
from disclosures.demo.profile import Profile
from disclosures.statements.editions import lasting
from disclosures.statements.models import Income

OWN_SOURCES = tuple(column.name for column in lasting(Income.columns())[2:])

# Leaf of table 07 -> the section of table 06 that is its part paid out of basic expenditure.
THREE_PUBLIC = {
    "overseas_travel": "30212",
    "official_reception": "30217",
    "vehicle_operation": "30231",
    "vehicle_purchase": "31013",
}
PROJECT_NAMES = (
    "信息化运行维护经费", "专项业务经费", "公共服务补助资金", "基层能力建设资金", "设施修缮改造经费",
    "宣传教育培训经费", "困难群众救助补助资金", "编外长期聘用人员经费",
)  # fmt: skip


def draw(random: Random, profile: Profile, year: int) -> Exact:
    """A unit-year with exact amounts that keeps every rule of the forms."""
    items = tuple(_items(random, profile, year))
    own_left = total(item.closing for item in items if item.purse == OWN)
    surplus_used = amount(random) if profile.own_income and profile.carry_over else NOTHING
    basic = total(item.spent.get("basic_expenditure", NOTHING) for item in items if item.purse == GENERAL)
    economic = _economic(random, basic, year)
    return Exact(
        items=items,
        surplus_used=surplus_used,
        surplus_distributed=part_of(random, own_left + surplus_used) if profile.carry_over else NOTHING,
        economic=economic,
        three_public={key: _three_public(random, economic.get(code, NOTHING)) for key, code in THREE_PUBLIC.items()},
        projects=tuple(_projects(random, items)),
        last_year={"basic_expenditure": amount(random), "project_expenditure": amount(random)},
    )


def _items(random: Random, profile: Profile, year: int) -> Iterator[Item]:
    for code in _general_codes(random, profile.items, year):
        yield _fiscal(random, profile, code, GENERAL, basic=code in codes.USUAL or random.random() < 0.7)
    if profile.refund:
        yield _refund(random, random.choice(codes.general_items(year)))
    if profile.funds:
        for code in random.sample(codes.fund_items(year), random.randint(1, 2)):
            yield _fiscal(random, profile, code, FUND, basic=random.random() < 0.2)
    if profile.state_capital:
        yield _fiscal(random, profile, random.choice(codes.state_capital_items()), STATE_CAPITAL, basic=False)
    if profile.own_income:
        for code in random.sample(codes.general_items(year), 2):
            yield _own(random, profile, code)


def _general_codes(random: Random, count: int, year: int) -> list[str]:
    """What nearly every unit pays, and others, among them several items of one section."""
    usual = codes.USUAL[: count // 2]
    section = random.choice(codes.general_items(year))[:5]
    others = [code for code in codes.general_items(year) if code not in usual]
    others.sort(key=lambda code: (not code.startswith(section), random.random()))
    return [*others[: count - len(usual)], *usual]


def _fiscal(random: Random, profile: Profile, code: str, purse: str, *, basic: bool) -> Item:
    """An item paid by a treasury: spent out of this year's income and what was left of the last."""
    spent = {"basic_expenditure": amount(random)} if basic else {}
    if not basic or (code not in codes.USUAL and random.random() < 0.4):
        spent["project_expenditure"] = amount(random)
    needed = total(spent.values())
    opening = part_of(random, needed) if profile.carry_over and random.random() < 0.5 else NOTHING
    closing = amount(random) if profile.carry_over and random.random() < 0.5 else NOTHING
    return Item(code, purse, opening, {"fiscal_appropriation": needed + closing - opening}, spent)


def _refund(random: Random, code: str) -> Item:
    """An item whose project got more back than it spent: its figures are negative."""
    back = -amount(random, high=20_000)
    return Item(code, GENERAL, NOTHING, {"fiscal_appropriation": back}, {"project_expenditure": back})


def _own(random: Random, profile: Profile, code: str) -> Item:
    """An item paid by what the unit earns itself."""
    income = {source: amount(random) for source in random.sample(OWN_SOURCES, random.randint(1, 3))}
    spendable = total(income.values())
    columns = ("basic_expenditure", "project_expenditure", "superior_remittance", "business_expenditure")
    chosen = random.sample((*columns, "affiliate_subsidy"), random.randint(1, 3))
    spending = part_of(random, spendable) if profile.carry_over else spendable
    spent = dict(zip(chosen, split(random, spending, len(chosen)), strict=True))
    return Item(code, OWN, amount(random) if profile.carry_over else NOTHING, income, spent)


def _economic(random: Random, basic: Decimal, year: int) -> dict[str, Decimal]:
    """Basic expenditure of the general public budget by economic section."""
    staff = random.sample(codes.economic_sections(year, "人员经费"), random.randint(2, 12))
    operating = random.sample(codes.economic_sections(year, "公用经费"), random.randint(2, 20))
    chosen = [*staff, *operating]
    return dict(zip(chosen, split(random, basic, len(chosen)), strict=True))


def _three_public(random: Random, basic: Decimal) -> tuple[Decimal, Decimal]:
    """Budget and outturn of which `basic` is the part in basic expenditure; projects may pay more."""
    actual = basic + (amount(random, high=50_000) if random.random() < 0.3 else NOTHING)
    if not actual:
        return (amount(random, high=50_000) if random.random() < 0.2 else NOTHING), NOTHING
    return random.choice((NOTHING, actual, amount(random, high=200_000))), actual


def _projects(random: Random, items: tuple[Item, ...]) -> Iterator[Project]:
    """All project expenditure of the treasuries, divided between named projects."""
    spent = total(item.spent.get("project_expenditure", NOTHING) for item in items if item.purse in FISCAL)
    if spent <= 0:
        return
    names = random.sample(PROJECT_NAMES, random.randint(1, 4))
    for name, executed in zip(names, split(random, spent, len(names)), strict=True):
        yield Project(name, executed + random.choice((NOTHING, part_of(random, spent))), executed)
