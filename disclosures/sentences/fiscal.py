"""二、财政拨款支出: as a whole, by function, and of the two special budgets."""

from collections.abc import Callable, Iterator

from disclosures.amounts import from_fen
from disclosures.classification.codes import parents_of
from disclosures.sentences.accounts import REASON, Accounts, At
from disclosures.sentences.gaps import gap
from disclosures.statements.lines import TOTAL, AnyLine

_ALL = At("04", "expenditure:expenditure_this_year", "total")
_OF_GENERAL = At("05", TOTAL, "total")
_PURSES = ("05", "08", "09")
_KINDS = "类款"


def fiscal(accounts: Accounts) -> Iterator[str]:
    """The whole with basic and project expenditure, against last year and the budget."""
    parts = {
        title: [At(number, TOTAL, column) for number in _PURSES]
        for title, column in (("基本支出", "basic_expenditure"), ("项目支出", "project_expenditure"))
    }
    told = "，".join(f"{title}{accounts.say(*at)}" for title, at in parts.items())
    rates = "，".join(f"{title}完成年初预算的{gap('百分之几')}" for title in parts)
    yield (
        f"{accounts.year}年度财政拨款支出{accounts.say(_ALL)}，其中：{told}。"
        f"与上年相比，财政拨款支出{accounts.change(_ALL)}，主要原因：{REASON}。"
        f"与年初预算相比，{accounts.year}年度财政拨款支出完成年初预算的{gap('百分之几')}，其中：{rates}。"
    )


def by_function(accounts: Accounts) -> Iterator[str]:
    """Each class with its items, as they are called with 类, 款 and 项."""
    say = accounts.wording.amount
    yield (f"{accounts.year}年度一般公共预算财政拨款支出{accounts.say(_OF_GENERAL)}。按支出功能分类科目分，包括：")
    rows = {line.code: line for line in accounts.lines("05") if line.code and line.total is not None}
    for n, code in enumerate((code for code in rows if len(code) == 3), start=1):
        items = [item for item in rows if len(item) == 7 and item.startswith(code)]
        yield f"{n}.{rows[code].name}{say(rows[code].total)}{'，具体包括：' if items else '。'}"
        for m, item in enumerate(items, start=1):
            yield (
                f"（{m}）{_full_name(item, rows)}{say(rows[item].total)}，主要是{gap('用于什么')}等支出，"
                f"完成年初预算的{gap('百分之几')}，决算数与年初预算数存在差异的主要原因是{gap('原因')}。"
            )


def _full_name(item: str, rows: dict[str, AnyLine]) -> str:
    """ "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）"."""
    above = "".join(
        f"{rows[code].name}（{kind}）" for code, kind in zip(parents_of(item), _KINDS, strict=True) if code in rows
    )
    return f"{above}{rows[item].name}（项）"


def of_other_purses(number: str, title: str) -> Callable[[Accounts], Iterator[str]]:
    """What writes the sentence on the government fund or on state capital."""
    spent = At(number, TOTAL, "expenditure")

    def write(accounts: Accounts) -> Iterator[str]:
        name = f"{accounts.year}年度"
        if accounts.amount(spent) == from_fen(0):
            yield f"本单位{name}无{title}财政拨款支出。"
        else:
            yield f"本单位{name}{title}财政拨款支出{accounts.say(spent)}，主要用于{gap('用于什么')}。"

    return write
