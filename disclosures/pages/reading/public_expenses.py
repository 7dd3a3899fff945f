"""The three public expenses of one disclosure, budget beside what was spent, row by row."""

import re
from dataclasses import dataclass
from decimal import Decimal

from disclosures.addresses.links import DisclosureLinks
from disclosures.statements.form_rows import THREE_PUBLIC
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.terms import term

TABLE = "07"
_NUMBER = re.compile(r"^(?:其中：|[Oo]f which:?\s*)?[\d()（）、.\s]*")


@dataclass(frozen=True)
class Expense:
    """A row of 公开07; texts as printed in `unit`, "" where nothing is; `amount` is 元, exact."""

    key: str
    name: str
    budget: str
    spent: str
    unit: str
    href: str
    is_part: bool
    amount: Decimal | None


def expenses_of(loaded: LoadedDisclosure, links: DisclosureLinks) -> tuple[Expense, ...]:
    """The rows that print something, the total first. Source: 公开07, 预算数 and 决算数."""
    rows = []
    for row in THREE_PUBLIC:
        budget, spent = (loaded.printed(TABLE, row.key, name) for name in ("initial_budget", "actual"))
        some = spent or budget
        if some is None:
            continue
        rows.append(
            Expense(
                key=row.key,
                name=unnumbered(term(row.name)),
                budget=budget.text if budget else "",
                spent=spent.text if spent else "",
                unit=some.unit,
                href=f"{links.table(TABLE)}#{row.key}",
                is_part=row.level > 1,
                amount=spent.value if spent else None,
            )
        )
    return tuple(rows)


def unnumbered(name: str) -> str:
    """The name of a row without its number on the form."""
    return _NUMBER.sub("", name)
