"""一、收入支出决算总体情况: what came in, what went out, what was left."""

from collections.abc import Iterator

from disclosures.sentences.accounts import REASON, Accounts, At
from disclosures.statements.lines import TOTAL
from disclosures.statements.models import STATEMENTS

_INCOME, _SPENT = At("01", "income:grand_total", "amount"), At("01", "expenditure:grand_total", "amount")
_CLOSING = At("01", "expenditure:closing_balance", "amount")
PURSES = ("general_public_budget", "government_fund_budget", "state_capital_budget")


def income(accounts: Accounts) -> Iterator[str]:
    """Where it came from, each source with its share."""
    yield f"（一）收入总计{accounts.say(_INCOME)}，包括："
    purses = "，".join(
        f"{STATEMENTS['04'].column(purse).title}收入{accounts.say(At('01', f'income:{purse}', 'amount'))}"
        for purse in PURSES
    )
    first, *others = _sources(accounts.year)
    yield f"1.{_with_share(accounts, *first, _INCOME, '收入总计')}。其中：{purses}。"
    for n, (title, at) in enumerate(others, start=2):
        yield f"{n}.{_with_share(accounts, title, at, _INCOME, '收入总计')}。"
    yield f"与上年相比，今年收入总计{accounts.change(_INCOME)}，主要原因：{REASON}。"


def expenditure(accounts: Accounts) -> Iterator[str]:
    """What it went for, each kind with its share."""
    yield f"（二）支出总计{accounts.say(_SPENT)}，包括："
    for n, column in enumerate(STATEMENTS["03"].columns(accounts.year)[1:], start=1):
        at = At("03", TOTAL, column.name)
        yield f"{n}.{_with_share(accounts, column.title_in(accounts.year), at, _SPENT, '支出总计')}。"
    yield f"与上年相比，今年支出总计{accounts.change(_SPENT)}，主要原因：{REASON}。"


def closing(accounts: Accounts) -> Iterator[str]:
    """What is left at the end of the year."""
    yield f"（三）年末结转和结余{accounts.say(_CLOSING)}。"
    yield f"与上年相比，今年年末结转和结余{accounts.change(_CLOSING)}，主要原因：{REASON}。"


def _sources(year: int) -> list[tuple[str, At]]:
    """Fiscal appropriation, then the other columns of table 02, then what was carried over."""
    columns = [(column.title_in(year), At("02", TOTAL, column.name)) for column in STATEMENTS["02"].columns(year)[1:]]
    return [
        *columns,
        ("使用非财政拨款结余", At("01", "income:surplus_used", "amount")),
        ("上年结转和结余", At("01", "income:opening_balance", "amount")),
    ]


def _with_share(accounts: Accounts, title: str, at: At, whole: At, name: str) -> str:
    share = accounts.wording.share(accounts.amount(at), accounts.amount(whole), name)
    return f"{title}{accounts.say(at)}{share}"
