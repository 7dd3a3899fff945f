"""一、收入支出决算总体情况: what came in, what went out, what was left."""

from collections.abc import Iterator

from disclosures.sentences.accounts import Accounts, At
from disclosures.sentences.patterns import said
from disclosures.statements.lines import TOTAL
from disclosures.statements.models import STATEMENTS

_INCOME, _SPENT = At("01", "income:grand_total", "amount"), At("01", "expenditure:grand_total", "amount")
_CLOSING = At("01", "expenditure:closing_balance", "amount")
PURSES = ("general_public_budget", "government_fund_budget", "state_capital_budget")


def income(accounts: Accounts) -> Iterator[str]:
    """Where it came from, each source with its share."""
    yield said("income", whole=accounts.say(_INCOME))
    purses = "，".join(
        f"{STATEMENTS['04'].column(purse).title}收入{accounts.say(At('01', f'income:{purse}', 'amount'))}"
        for purse in PURSES
    )
    first, *others = _sources(accounts.year)
    yield said("first source", **_with_share(accounts, *first, _INCOME, "收入总计"), purses=purses)
    for n, (title, at) in enumerate(others, start=2):
        yield said("source", n=n, **_with_share(accounts, title, at, _INCOME, "收入总计"))
    yield said("income against last year", change=accounts.change(_INCOME))


def expenditure(accounts: Accounts) -> Iterator[str]:
    """What it went for, each kind with its share."""
    yield said("expenditure", whole=accounts.say(_SPENT))
    for n, column in enumerate(STATEMENTS["03"].columns(accounts.year)[1:], start=1):
        title, at = column.title_in(accounts.year), At("03", TOTAL, column.name)
        yield said("kind of expenditure", n=n, **_with_share(accounts, title, at, _SPENT, "支出总计"))
    yield said("expenditure against last year", change=accounts.change(_SPENT))


def closing(accounts: Accounts) -> Iterator[str]:
    """What is left at the end of the year."""
    yield said("closing balance", whole=accounts.say(_CLOSING))
    yield said("closing balance against last year", change=accounts.change(_CLOSING))


def _sources(year: int) -> list[tuple[str, At]]:
    """Fiscal appropriation, then the other columns of table 02, then what was carried over."""
    columns = [(column.title_in(year), At("02", TOTAL, column.name)) for column in STATEMENTS["02"].columns(year)[1:]]
    return [
        *columns,
        ("使用非财政拨款结余", At("01", "income:surplus_used", "amount")),
        ("上年结转和结余", At("01", "income:opening_balance", "amount")),
    ]


def _with_share(accounts: Accounts, title: str, at: At, whole: At, name: str) -> dict[str, str]:
    share = accounts.wording.share(accounts.amount(at), accounts.amount(whole), name)
    return {"title": title, "amount": accounts.say(at), "share": share}
