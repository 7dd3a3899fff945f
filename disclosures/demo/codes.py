"""The codes that made-up figures stand under, from the official lists."""

from functools import cache

from disclosures.classification.codes import ECONOMIC, FUNCTIONAL, parents_of
from disclosures.classification.official import official_names
from disclosures.statements.models import BasicExpenditure

USUAL = ("2080505", "2080506", "2101101", "2210201")  # what nearly every unit pays for its staff
OF_FUNDS = ("20709", "21208", "21219", "22198")  # sections of the functional list that belong to government funds

# The lists hold no confirmed item of the state capital operating budget.
STATE_CAPITAL = {
    "223": "国有资本经营预算支出",
    "22301": "解决历史遗留问题及改革成本支出",
    "2230105": "国有企业退休人员社会化管理补助支出",
    "2230199": "其他解决历史遗留问题及改革成本支出",
}


@cache
def functional_names(year: int) -> dict[str, str]:
    """Names by code of the functional list of that year."""
    return official_names(FUNCTIONAL, year) | STATE_CAPITAL


@cache
def _items(year: int) -> tuple[str, ...]:
    """The items whose class and section are known too."""
    names = official_names(FUNCTIONAL, year)
    return tuple(code for code in names if len(code) == 7 and all(parent in names for parent in parents_of(code)))


@cache
def general_items(year: int) -> tuple[str, ...]:
    """Items that the general public budget pays."""
    return tuple(code for code in _items(year) if not code.startswith(OF_FUNDS))


@cache
def fund_items(year: int) -> tuple[str, ...]:
    """Items that government funds pay."""
    return tuple(code for code in _items(year) if code.startswith(OF_FUNDS))


def state_capital_items() -> tuple[str, ...]:
    """Items that the state capital operating budget pays."""
    return tuple(code for code in STATE_CAPITAL if len(code) == 7)


@cache
def economic_names(year: int) -> dict[str, str]:
    """Names by code of what table 06 prints: panel after panel, each class with its sections."""
    names = official_names(ECONOMIC, year)
    classes = [code for _, classes in BasicExpenditure.panels for code in classes if code in names]
    return {code: name for class_code in classes for code, name in names.items() if code.startswith(class_code)}


@cache
def economic_sections(year: int, panel: str) -> tuple[str, ...]:
    """The sections of 人员经费 or 公用经费."""
    classes = tuple(code for title, classes in BasicExpenditure.panels if title == panel for code in classes)
    return tuple(code for code in economic_names(year) if len(code) == 5 and code.startswith(classes))
