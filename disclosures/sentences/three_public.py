"""三、“三公”经费: the whole and its three items, against the budget and last year."""

from collections.abc import Iterator

from disclosures.sentences.accounts import Accounts, At
from disclosures.sentences.patterns import said

_TOTAL = "total"
_ITEMS = {"travel": "overseas_travel", "reception": "official_reception", "vehicles": "official_vehicles"}


def three_public(accounts: Accounts) -> Iterator[str]:
    """The whole, then each item with its share, its budget, last year and its counts."""
    parts = {name: accounts.say(_actual(key)) for name, key in _ITEMS.items()}
    whole = accounts.say(_actual(_TOTAL))
    yield said("three public", year=accounts.year, whole=whole, **parts, **_against_budget(accounts, _TOTAL))
    for name, key in _ITEMS.items():
        yield said(name, year=accounts.year, **_item(accounts, key), **_against_budget(accounts, key))
    bought, run = (accounts.say(_actual(key)) for key in ("vehicle_purchase", "vehicle_operation"))
    yield said("vehicles bought and run", bought=bought, run=run)


def _actual(key: str) -> At:
    return At("07", key, "actual")


def _item(accounts: Accounts, key: str) -> dict[str, str]:
    amount, whole = (accounts.amount(_actual(one)) for one in (key, _TOTAL))
    return {
        "amount": accounts.say(_actual(key)),
        "share": accounts.wording.share(amount, whole, "“三公”经费支出"),
        "change": accounts.change(_actual(key)),
    }


def _against_budget(accounts: Accounts, key: str) -> dict[str, str]:
    """ "，完成预算的241.33%" and "大于"; without a budget there is no rate to speak of."""
    actual, budget = (accounts.amount(At("07", key, column)) for column in ("actual", "initial_budget"))
    against = "持平于" if actual == budget else "大于" if actual > budget else "小于"
    return {"completion": accounts.wording.completion(actual, budget), "against": against}
