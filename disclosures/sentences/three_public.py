"""三、“三公”经费: the whole and its three items, against the budget and last year."""

from collections.abc import Iterator

from disclosures.sentences.accounts import Accounts, At
from disclosures.sentences.gaps import gap

_ITEMS = (
    ("overseas_travel", "因公出国（境）费", "参加出国（境）团组{}个，累计{}人次"),
    ("official_reception", "公务接待费", "国内公务接待累计{}批次、{}人；其中外事接待累计{}批次、{}人"),
    ("official_vehicles", "公务用车购置及运行费", ""),
)


def three_public(accounts: Accounts) -> Iterator[str]:
    """The whole, then each item with its share, its budget, last year and its counts."""
    total = At("07", "total", "actual")
    parts = "，".join(f"{title}{accounts.say(At('07', key, 'actual'))}" for key, title, _ in _ITEMS)
    yield (
        f"{accounts.year}年度财政拨款安排的“三公”经费支出{accounts.say(total)}{_against_budget(accounts, 'total')}。"
        f"其中：{parts}。"
    )
    for n, (key, title, counts) in enumerate(_ITEMS, start=1):
        yield f"{n}.{_item(accounts, key, title, counts)}"
    bought, run = (At("07", key, "actual") for key in ("vehicle_purchase", "vehicle_operation"))
    yield (
        f"其中：公务用车购置费{accounts.say(bought)}，当年购置公务用车{gap('辆数')}辆。"
        f"公务用车运行维护费{accounts.say(run)}，主要用于{gap('用于什么')}等，"
        f"截至年末使用财政拨款开支运行维护费的公务用车保有量{gap('辆数')}辆。"
    )


def _item(accounts: Accounts, key: str, title: str, counts: str) -> str:
    actual = At("07", key, "actual")
    share = accounts.wording.share(
        accounts.amount(actual), accounts.amount(At("07", "total", "actual")), "“三公”经费支出"
    )
    told = f"{accounts.year}年{counts.replace('{}', gap('数量'))}。" if counts else ""
    return (
        f"{title}{accounts.say(actual)}{share}{_against_budget(accounts, key)}。{told}"
        f"{title}与上年相比{accounts.change(actual)}，主要原因是{gap('原因')}。"
    )


def _against_budget(accounts: Accounts, key: str) -> str:
    """ "，完成预算的241.33%，决算数大于预算数的主要原因是…"; without a budget there is no rate to speak of."""
    actual, budget = (accounts.amount(At("07", key, column)) for column in ("actual", "initial_budget"))
    verb = "持平于" if actual == budget else "大于" if actual > budget else "小于"
    return f"{accounts.wording.completion(actual, budget)}，决算数{verb}预算数的主要原因是{gap('原因')}"
