"""二、财政拨款支出: as a whole, by function, and of the two special budgets."""

from collections.abc import Callable, Iterator

from disclosures.amounts import from_fen
from disclosures.classification.codes import parents_of
from disclosures.sentences.accounts import Accounts, At
from disclosures.sentences.patterns import said
from disclosures.statements.lines import TOTAL, AnyLine

_ALL = At("04", "expenditure:expenditure_this_year", "total")
_OF_GENERAL = At("05", TOTAL, "total")
_PURSES = ("05", "08", "09")
_KINDS = "类款"


def fiscal(accounts: Accounts) -> Iterator[str]:
    """The whole with basic and project expenditure, against last year and the budget."""
    basic, project = (
        accounts.say(*(At(number, TOTAL, column) for number in _PURSES))
        for column in ("basic_expenditure", "project_expenditure")
    )
    whole, change = accounts.say(_ALL), accounts.change(_ALL)
    yield said("fiscal", year=accounts.year, whole=whole, basic=basic, project=project, change=change)


def by_function(accounts: Accounts) -> Iterator[str]:
    """Each class with its items, as they are called with 类, 款 and 项."""
    say = accounts.wording.amount
    yield said("by function", year=accounts.year, whole=accounts.say(_OF_GENERAL))
    rows = {line.code: line for line in accounts.lines("05") if line.code and line.total is not None}
    for n, code in enumerate((code for code in rows if len(code) == 3), start=1):
        items = [item for item in rows if len(item) == 7 and item.startswith(code)]
        pattern = "class" if items else "class without items"
        yield said(pattern, n=n, name=rows[code].name, amount=say(rows[code].total))
        for m, item in enumerate(items, start=1):
            yield said("item", n=m, name=_full_name(item, rows), amount=say(rows[item].total))


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
        if accounts.amount(spent) == from_fen(0):
            yield said("no other purse", year=accounts.year, purse=title)
        else:
            yield said("other purse", year=accounts.year, purse=title, whole=accounts.say(spent))

    return write
