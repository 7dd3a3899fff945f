"""The paragraphs of 决算情况说明, with figures from the same exact amounts as the tables.

They are no `sentences/`: these are written from printed tables and leave gaps, where made-up text has none. What was
made up with a seed stays as it is, whatever the standard sentences become.
"""

from collections.abc import Iterator
from decimal import Decimal

from disclosures.classification.codes import parents_of
from disclosures.demo.codes import economic_names, functional_names
from disclosures.demo.exact import FISCAL, FUND, GENERAL, NOTHING, STATE_CAPITAL, Exact, total
from disclosures.demo.figures import by_code
from disclosures.demo.tables import three_public_amounts
from disclosures.sentences.phrases import Wording
from disclosures.statements.editions import lasting
from disclosures.statements.models import STATEMENTS

Text = tuple[int, str]  # level of the heading, 0 for a paragraph; the words


def explanation(exact: Exact, wording: Wording, year: int) -> Iterator[Text]:
    """Headings and paragraphs of the chapter, without the chapter's own heading."""
    yield 2, "一、收入支出决算总体情况说明"
    yield from _income(exact, wording)
    yield from _expenditure(exact, wording)
    yield 2, "二、财政拨款支出决算情况说明"
    yield from _fiscal(exact, wording, year)
    yield 2, "三、财政拨款“三公”经费支出决算情况说明"
    yield from _three_public(exact, wording, year)
    yield 2, "四、一般公共预算财政拨款基本支出决算情况说明"
    yield from _basic(exact, wording, year)
    yield 2, "五、其他重要事项的情况说明"
    yield from _other(exact, wording, year)


def _income(exact: Exact, wording: Wording) -> Iterator[Text]:
    say, whole = wording.amount, exact.grand_total
    fiscal = exact.received(*FISCAL)
    yield 0, f"（一）收入总计{say(whole)}，包括："
    purses = "，".join(f"{STATEMENTS['04'].column(purse).title}收入{say(exact.received(purse))}" for purse in FISCAL)
    yield 0, f"1.财政拨款收入{say(fiscal)}{wording.share(fiscal, whole, '收入总计')}。其中：{purses}。"
    for n, (title, value) in enumerate(_other_sources(exact), start=2):
        yield 0, f"{n}.{title}{say(value)}{wording.share(value, whole, '收入总计')}。"


def _other_sources(exact: Exact) -> Iterator[tuple[str, Decimal]]:
    for column in lasting(STATEMENTS["02"].columns())[2:]:
        yield column.title, total(item.income.get(column.name, NOTHING) for item in exact.items)
    yield "使用非财政拨款结余", exact.surplus_used
    yield "上年结转和结余", exact.opening()


def _expenditure(exact: Exact, wording: Wording) -> Iterator[Text]:
    say, whole = wording.amount, exact.expenditure()
    yield 0, f"（二）支出总计{say(whole)}，包括："
    for n, column in enumerate(lasting(STATEMENTS["03"].columns())[1:], start=1):
        value = exact.spent(column.name)
        yield 0, f"{n}.{column.title}{say(value)}{wording.share(value, whole, '支出总计')}。"
    yield 0, f"（三）年末结转和结余{say(exact.closing())}。"


def _fiscal(exact: Exact, wording: Wording, year: int) -> Iterator[Text]:
    say = wording.amount
    basic, project = (exact.spent(column, *FISCAL) for column in exact.last_year)
    before, now = total(exact.last_year.values()), exact.expenditure(*FISCAL)
    yield 3, "（一）总体情况"
    yield (
        0,
        (
            f"{year}年度财政拨款支出{say(now)}，其中：基本支出{say(basic)}，项目支出{say(project)}。"
            f"与上年相比，财政拨款支出{wording.change(now, before)}。"
        ),
    )
    yield 3, "（二）一般公共预算财政拨款支出情况"
    yield from _by_function(exact, wording, year)
    for n, (purse, title) in enumerate(((FUND, "政府性基金预算"), (STATE_CAPITAL, "国有资本经营预算"))):
        yield 3, f"（{'三四'[n]}）{title}财政拨款支出情况"
        spent = exact.expenditure(purse)
        yield (
            0,
            f"本部门{year}年度{title}财政拨款支出{say(spent)}。"
            if spent
            else f"本部门{year}年度无{title}财政拨款支出。",
        )


def _by_function(exact: Exact, wording: Wording, year: int) -> Iterator[Text]:
    names = functional_names(year)
    sums = by_code((item.code, {"spent": item.expenditure}) for item in exact.of(GENERAL))
    spent = {code: amounts["spent"] for code, amounts in sums.items() if code}
    yield (
        0,
        (
            f"{year}年度一般公共预算财政拨款支出{wording.amount(exact.expenditure(GENERAL))}。按支出功能分类科目分，包括："
        ),
    )
    for n, code in enumerate((code for code in spent if len(code) == 3), start=1):
        yield 0, f"{n}.{names[code]}{wording.amount(spent[code])}，具体包括："
        items = [item for item in spent if len(item) == 7 and item.startswith(code)]
        for m, item in enumerate(items, start=1):
            upper = "".join(f"{names[code]}（{kind}）" for code, kind in zip(parents_of(item), "类款", strict=True))
            yield 0, f"（{m}）{upper}{names[item]}（项）{wording.amount(spent[item])}。"


def _three_public(exact: Exact, wording: Wording, year: int) -> Iterator[Text]:
    rows = {row.key: three_public_amounts(exact, row.key) for row in STATEMENTS["07"].outline}
    whole = rows["total"]["actual"]
    yield (
        0,
        (
            f"{year}年度财政拨款安排的“三公”经费支出{wording.amount(whole)}"
            f"{wording.completion(whole, rows['total']['initial_budget'])}。"
        ),
    )
    for row in STATEMENTS["07"].outline[1:4]:
        actual, budget = rows[row.key]["actual"], rows[row.key]["initial_budget"]
        yield (
            0,
            (
                f"{row.name.replace('、', '.')}{wording.amount(actual)}{wording.share(actual, whole, '“三公”经费支出')}"
                f"{wording.completion(actual, budget)}。"
            ),
        )


def _basic(exact: Exact, wording: Wording, year: int) -> Iterator[Text]:
    say = wording.amount
    amounts = dict(zip(("staff", "operating"), _staff_and_operating(exact), strict=True))
    named = {key: _named(exact, year, key) for key in amounts}
    yield (
        0,
        (
            f"{year}年度一般公共预算财政拨款基本支出{say(total(amounts.values()))}，"
            f"其中：人员经费{say(amounts['staff'])}，主要包括{named['staff']}等；"
            f"公用经费{say(amounts['operating'])}，主要包括{named['operating']}等。"
        ),
    )


def _classes(key: str) -> tuple[str, ...]:
    """The economic classes that a footer of table 06 sums up."""
    (identity,) = (identity for identity in STATEMENTS["06"].sums_of_rows() if identity.total == key)
    return tuple(code for _, code in identity.terms)


def _staff_and_operating(exact: Exact) -> Iterator[Decimal]:
    for key in ("staff", "operating"):
        yield total(value for code, value in exact.economic.items() if code.startswith(_classes(key)))


def _named(exact: Exact, year: int, key: str) -> str:
    """The names of what was spent, in the order of the codes."""
    spent = {code for code, value in exact.economic.items() if value and code.startswith(_classes(key))}
    return "、".join(name for code, name in economic_names(year).items() if code in spent)


def _other(exact: Exact, wording: Wording, year: int) -> Iterator[Text]:
    _, operating = _staff_and_operating(exact)
    yield 3, "（一）机关运行经费支出情况"
    yield 0, f"{year}年机关运行经费支出{wording.amount(operating)}，与一般公共预算财政拨款基本支出中公用经费一致。"
    yield 3, "（二）政府采购支出情况"
    yield 0, f"{year}年政府采购支出总额{wording.amount(NOTHING)}。"
    yield 3, "（三）国有资产占用情况"
    yield 0, f"截至{year}年12月31日，本部门共有车辆0辆。"
    yield 3, "（四）预算绩效情况"
    if exact.projects:
        yield 0, f"我部门对{year}年度项目支出开展绩效自评，涉及项目{len(exact.projects)}个。"
    else:
        yield 0, f"我部门{year}年度没有需要开展绩效自评的项目。"
