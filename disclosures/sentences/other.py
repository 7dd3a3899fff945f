"""四、基本支出, and 五、其他重要事项: running costs, purchases, property, performance."""

from collections.abc import Iterator

from disclosures.sentences.accounts import Accounts, At
from disclosures.sentences.gaps import gap
from disclosures.sentences.patterns import said
from disclosures.statements.models import STATEMENTS, PerformanceForm

_STAFF, _OPERATING = At("06", "staff", "amount"), At("06", "operating", "amount")


def basic(accounts: Accounts) -> Iterator[str]:
    """What basic expenditure went for: staff and running costs, with the names of what was spent."""
    yield said(
        "basic",
        year=accounts.year,
        whole=accounts.say(_STAFF, _OPERATING),
        staff=accounts.say(_STAFF),
        staff_names=_named(accounts, _STAFF.key),
        operating=accounts.say(_OPERATING),
        operating_names=_named(accounts, _OPERATING.key),
    )


def _named(accounts: Accounts, key: str) -> str:
    """The names of the sections with an amount, of the classes that this total sums up."""
    (identity,) = (identity for identity in STATEMENTS["06"].sums_of_rows(accounts.year) if identity.total == key)
    classes = tuple(code for _, code in identity.terms)
    spent = (line for line in accounts.lines("06") if line.amount and len(line.code) == 5)
    return "、".join(line.name for line in spent if line.code.startswith(classes)) or gap("哪些费用")


def running_costs(accounts: Accounts) -> Iterator[str]:
    """机关运行经费, which administrative units have; others strike the sentence out."""
    whole, change = accounts.say(_OPERATING), accounts.change(_OPERATING)
    yield said("running costs", year=accounts.year, whole=whole, change=change)


def purchases(accounts: Accounts) -> Iterator[str]:
    """政府采购, of which no table knows."""
    yield said("purchases", year=accounts.year, unit=accounts.wording.precision.unit)


def property_owned(accounts: Accounts) -> Iterator[str]:
    """国有资产占用, of which no table knows."""
    yield said("property", year=accounts.year)


def performance(accounts: Accounts) -> Iterator[str]:
    """How many projects were evaluated, as the forms of the disclosure have it."""
    count = sum(form.form.kind == PerformanceForm.PROJECT for form in accounts.now.forms)
    unit = accounts.wording.precision.unit
    yield said("performance", year=accounts.year, count=count or gap("个数"), unit=unit)
